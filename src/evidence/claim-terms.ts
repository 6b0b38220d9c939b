import { msOf } from "../model/time.ts";
import type { ClaimCandidate } from "./claims.ts";
import { countedOf } from "./counted.ts";
import { hashOf, tellingWords } from "./likeness.ts";
import { sourceKeyOf } from "./source-key.ts";

/** What is compared of an item: hashes of words instead of words. */
export interface ItemTerms {
  /** Stems of the content, ascending. */
  readonly stems: Uint32Array;
  /** Those of them that are names or numbers as printed. */
  readonly names: ReadonlySet<number>;
  /** Surname, or office, of who says it; 0 for nobody in particular. */
  readonly speaker: number;
  /** What is counted, by fate, noun or unit; 0 where there is no figure. */
  readonly counted: number;
  readonly value: number;
  /** Milliseconds since the epoch; 0 where not known. */
  readonly ms: number;
  /** Stands among the first sentences of its report. */
  readonly leads: boolean;
  /** Stems of the content and of its report's title, ascending: what "it" is. */
  readonly broad: Uint32Array;
}

/** What is compared of a report: what it is about. */
export interface ReportTerms {
  /** Stems of title and beginning, ascending. */
  readonly stems: Uint32Array;
  readonly title: Uint32Array;
}

const WORDS_MAX = 60;
const CONTEXT_MAX = 160;
const LEAD = 450;

export function itemTermsOf(item: ClaimCandidate): ItemTerms {
  const stems = new Set<number>();
  const names = new Set<number>();
  let count = 0;
  for (const [word, stem] of tellingWords(item.text.slice(0, 900))) {
    const hash = hashOf(stem);
    stems.add(hash);
    if (/^[\p{Lu}\p{N}]/u.test(word) && count > 0) names.add(hash);
    count += 1;
    if (count > WORDS_MAX) break;
  }
  const figure = item.figureValue;
  return {
    stems: Uint32Array.from(stems).sort(),
    names,
    speaker: speakerOf(item),
    counted: figure === null ? 0 : countedHash(item),
    value: figure?.value ?? 0,
    ms: item.publishedAt === null ? 0 : msOf(item.publishedAt),
    leads: (item.at ?? 0) < LEAD,
    broad: broadOf(item, stems),
  };
}

function broadOf(item: ClaimCandidate, stems: ReadonlySet<number>): Uint32Array {
  const broad = new Set(stems);
  for (const [, stem] of tellingWords((item.reportTitle ?? "").slice(0, 200))) broad.add(hashOf(stem));
  return Uint32Array.from(broad).sort();
}

function speakerOf(item: ClaimCandidate): number {
  const name = item.sourceName?.trim() ?? "";
  if (name === "") return 0;
  const key = sourceKeyOf(item.sourceText ?? name, name);
  const surname = key.name.at(-1);
  if (surname !== undefined) return hashOf(`@${surname}`);
  return key.kind === "unnamed" || key.roles.size < 2 ? 0 : hashOf(`@${[...key.roles].sort().join(" ")}`);
}

function countedHash(item: ClaimCandidate): number {
  const figure = item.figureValue;
  if (figure === null) return 0;
  const counted = countedOf({ ...figure, sentence: item.sentence ?? item.text });
  const what = counted.people ? (counted.fate ?? "people") : (counted.noun ?? counted.unit ?? figure.kind);
  return hashOf(`${counted.people ? "people" : (counted.unit ?? "")} ${what}`);
}

export function reportTermsOf(item: ClaimCandidate): ReportTerms {
  const title = new Set<number>();
  for (const [, stem] of tellingWords((item.reportTitle ?? "").slice(0, 300))) title.add(hashOf(stem));
  const stems = new Set(title);
  for (const [, stem] of tellingWords(item.reportText.slice(0, 2400))) {
    stems.add(hashOf(stem));
    if (stems.size >= CONTEXT_MAX) break;
  }
  return { stems: Uint32Array.from(stems).sort(), title: Uint32Array.from(title).sort() };
}
