// Carrier chains: is every link right? node bench/evidence/chains.ts SET.jsonl [--misses]
import { readWeights } from "../../src/app/weights.ts";
import { readEvidence } from "../../src/evidence/read.ts";
import type { Attribution } from "../../src/model/attribution.ts";
import { parseInstant } from "../../src/model/time.ts";
import { readCases } from "./cases.ts";

/** One chain as the set has it. `carriers`: outermost first, without leading articles. */
interface GoldChain {
  readonly carriers: readonly string[];
  readonly source: string;
  readonly sourceFull?: string;
  readonly content: string | readonly string[];
}

/** One line of `tests/evidence/sets/chains/*.jsonl`. */
export interface ChainCase {
  readonly id: string;
  readonly publisher: string;
  readonly published: string;
  readonly text: string;
  readonly chains: readonly GoldChain[];
  readonly direct?: readonly { readonly source: string; readonly content: string }[];
}

export interface ChainScore {
  readonly chains: number;
  /** Chains with content, source and every carrier right. */
  readonly right: number;
  /** Chains whose content and source were found, whatever the carriers. */
  readonly found: number;
  /** Attributions without a carrier that were given one. */
  readonly wronglyCarried: number;
  readonly direct: number;
  readonly misses: readonly string[];
}

/** Scores chains: content overlaps by half (characters, intersection over union), source and every carrier match. */
export function scoreChains(cases: readonly ChainCase[], read: (one: ChainCase) => readonly Attribution[]): ChainScore {
  const misses: string[] = [];
  let [chains, right, found, direct, wronglyCarried] = [0, 0, 0, 0, 0];
  for (const one of cases) {
    const attributions = read(one);
    for (const gold of one.chains) {
      chains += 1;
      const candidates = attributions.filter((a) => sameStatement(one.text, gold, a));
      if (candidates.length > 0) found += 1;
      if (candidates.some((a) => sameCarriers(a.carriers, gold.carriers))) right += 1;
      else
        misses.push(
          `${one.id}: ${gold.carriers.join(" > ")} >> ${gold.source}; got ${candidates.map((a) => a.carriers.join(" > ") || "no carrier").join(" | ") || "no such statement"}`,
        );
    }
    for (const plain of one.direct ?? []) {
      direct += 1;
      const candidates = attributions.filter((a) => sameStatement(one.text, plain, a));
      if (candidates.length > 0 && candidates.every((a) => a.carriers.length > 0)) wronglyCarried += 1;
    }
  }
  return { chains, right, found, wronglyCarried, direct, misses };
}

function sameStatement(text: string, gold: Omit<GoldChain, "carriers">, a: Attribution): boolean {
  if (a.source === null) return false;
  const wanted = new Set<number>();
  let from = 0;
  for (const part of typeof gold.content === "string" ? [gold.content] : gold.content) {
    const at = text.indexOf(part, from) === -1 ? text.indexOf(part) : text.indexOf(part, from);
    for (let i = at; i < at + part.length; i += 1) wanted.add(i);
    from = at + part.length;
  }
  const said = new Set<number>();
  for (const [start, end] of a.content.spans) for (let i = start; i < end; i += 1) said.add(i);
  const common = [...said].filter((i) => wanted.has(i)).length;
  if (common < (said.size + wanted.size - common) / 2) return false;
  const full = gold.sourceFull ?? gold.source;
  if (a.source.resolved !== null && sameName(a.source.resolved, full)) return true;
  for (let at = text.indexOf(gold.source); at !== -1; at = text.indexOf(gold.source, at + 1))
    if (a.source.spans.some(([start, end]) => start < at + gold.source.length && at < end)) return true;
  return false;
}

function sameCarriers(ours: readonly string[], gold: readonly string[]): boolean {
  return ours.length === gold.length && gold.every((name, i) => sameName(ours[i] ?? "", name));
}

/** Equal without case, leading article and titles; or with the same last word. */
function sameName(a: string, b: string): boolean {
  const [x, y] = [plain(a), plain(b)];
  return x === y || (x.split(" ").at(-1) ?? "") === (y.split(" ").at(-1) ?? "");
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/^(?:the|an?|this|that|his|her|its|their)\s+/, "")
    .replace(/^(?:(?:mr|mrs|ms|dr|prof|general|colonel|captain|president|minister|senator|mayor)\.?\s+)+/, "")
    .replace(/[.,]+$/, "")
    .trim();
}

if (import.meta.main) {
  const path = process.argv[2];
  if (path === undefined) throw new Error("usage: node bench/evidence/chains.ts SET.jsonl [--misses]");
  const model = readWeights();
  const { chains, right, found, wronglyCarried, direct, misses } = scoreChains(
    readCases<ChainCase>(path),
    ({ text, publisher, published }) =>
      readEvidence(text, { language: "en", publisherName: publisher, publishedAt: parseInstant(published) }, model)
        .attributions,
  );
  console.log(`every link right ${(right / chains).toFixed(3)}  found ${(found / chains).toFixed(3)}  (${chains})`);
  console.log(`plain ones given a carrier ${wronglyCarried} of ${direct}`);
  if (process.argv.includes("--misses")) console.log(misses.join("\n"));
}
