import { msOf } from "../model/time.ts";
import { DATELINE } from "./claim-title.ts";
import type { ClaimCandidate } from "./claims.ts";
import { countedOf } from "./counted.ts";
import { hashOf, tellingWords } from "./likeness.ts";
import { sourceKeyOf } from "./source-key.ts";

/** Gives each word a small number of its own. */
export type WordNumber = (stem: string) => number;

/** Numbers of words, ascending, with the length of the vector that they make; kept until weights change. */
export interface Words {
  readonly list: Uint32Array;
  norm: number;
  /** The weights that `norm` was made with. */
  epoch: number;
}

/** What is compared of an item: numbers instead of words. */
export interface ItemTerms {
  /** Stems of the content. */
  readonly stems: Words;
  /** Those of them that are names. */
  readonly names: Words;
  /** Surname, or office, of who says it; 0 for nobody in particular. */
  readonly speaker: number;
  /** The speaker's given name; 0 where not known. */
  readonly given: number;
  /** What is counted, by fate, noun or unit; 0 where there is no figure. */
  readonly counted: number;
  readonly value: number;
  /** Milliseconds since the epoch; 0 where not known. */
  readonly ms: number;
  /** Stands among the first sentences of its report. */
  readonly leads: boolean;
  /** Stems of the content and of its report's title: what "it" is. */
  readonly broad: Words;
}

/** What is compared of a report: what it is about. */
export interface ReportTerms {
  /** Stems of title and beginning. */
  readonly stems: Words;
  /** Names in the title. */
  readonly names: Words;
  /** Names in the text: where it happened, and to whom. */
  readonly places: Words;
  /** How many items it has. */
  items: number;
}

const WORDS_MAX = 60;
const CONTEXT_MAX = 160;
const PLACES_MAX = 60;
/** A capital inside a sentence. */
const INNER_NAME = /(?<=[\p{Ll}\p{N},’'”)] )\p{Lu}[\p{L}\p{M}]{2,}/gu;
const LEAD = 450;

const NO_WORDS: Words = { list: new Uint32Array(), norm: 0, epoch: -1 };

/** Of what has no report. */
export const NO_REPORT: ReportTerms = { stems: NO_WORDS, names: NO_WORDS, places: NO_WORDS, items: 0 };

function wordsOf(numbers: readonly number[] | ReadonlySet<number>): Words {
  if ((numbers instanceof Set ? numbers.size : (numbers as readonly number[]).length) === 0) return NO_WORDS;
  return { list: Uint32Array.from(new Set(numbers)).sort(), norm: 0, epoch: -1 };
}

export function itemTermsOf(item: ClaimCandidate, number: WordNumber): ItemTerms {
  const stems: number[] = [];
  const names: number[] = [];
  // Where it was written, and by whom, is not what it says.
  const text = item.text
    .slice(0, 900)
    .replace(DATELINE, "")
    .replace(/^[“"‘'\s]+/, "");
  for (const [word, stem] of tellingWords(text)) {
    const at = number(stem);
    if (/^\p{Lu}/u.test(word) && !text.startsWith(word)) names.push(at);
    stems.push(at);
    if (stems.length > WORDS_MAX) break;
  }
  const title = [...tellingWords((item.reportTitle ?? "").slice(0, 200))].map(([, stem]) => number(stem));
  return {
    stems: wordsOf(stems),
    names: wordsOf(names),
    broad: wordsOf([...stems, ...title]),
    ...speakerOf(item),
    counted: item.figureValue === null ? 0 : countedHash(item),
    value: item.figureValue?.value ?? 0,
    ms: item.publishedAt === null ? 0 : msOf(item.publishedAt),
    leads: (item.at ?? 0) < LEAD,
  };
}

/** Surname and given name, or the words for the office; 0 for nobody in particular. */
function speakerOf(item: ClaimCandidate): Pick<ItemTerms, "speaker" | "given"> {
  const name = item.sourceName?.trim() ?? "";
  if (name === "") return { speaker: 0, given: 0 };
  const key = sourceKeyOf(item.sourceText ?? name, name);
  const surname = key.name.at(-1);
  if (surname !== undefined)
    return { speaker: hashOf(`@${surname}`), given: key.name.length > 1 ? hashOf(key.name[0] as string) : 0 };
  const office = key.kind === "unnamed" || key.roles.size < 2 ? 0 : hashOf(`@${[...key.roles].sort().join(" ")}`);
  return { speaker: office, given: 0 };
}

function countedHash(item: ClaimCandidate): number {
  const figure = item.figureValue;
  if (figure === null) return 0;
  const counted = countedOf({ ...figure, sentence: item.sentence ?? item.text });
  const what = counted.people ? (counted.fate ?? "people") : (counted.noun ?? counted.unit ?? figure.kind);
  return hashOf(`${counted.people ? "people" : (counted.unit ?? "")} ${what}`);
}

export function reportTermsOf(item: ClaimCandidate, number: WordNumber): ReportTerms {
  const stems = new Set<number>();
  const names = new Set<number>();
  for (const [, stem] of tellingWords((item.reportTitle ?? "").slice(0, 300))) stems.add(number(stem));
  for (const [name] of (item.reportTitle ?? "").matchAll(/(?<=[\p{L}\p{N},’'] )\p{Lu}[\p{L}\p{M}]+/gu))
    for (const [, stem] of tellingWords(name)) names.add(number(stem));
  for (const [, stem] of tellingWords(item.reportText.slice(0, 2400).replace(DATELINE, ""))) {
    stems.add(number(stem));
    if (stems.size >= CONTEXT_MAX) break;
  }
  const places = new Set(names);
  for (const [name] of item.reportText.slice(0, 2400).matchAll(INNER_NAME)) {
    for (const [, stem] of tellingWords(name)) places.add(number(stem));
    if (places.size >= PLACES_MAX) break;
  }
  return { stems: wordsOf(stems), names: wordsOf(names), places: wordsOf(places), items: 0 };
}
