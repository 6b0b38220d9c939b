import type { Figure } from "../model/figure.ts";
import type { Reason } from "../model/claim.ts";
import type { ClaimCandidate } from "./claims.ts";
import { groupsOf } from "./groups.ts";
import { tellingWords } from "./likeness.ts";
import { looseFiguresIn } from "./loose-figures.ts";
import { subjectOf } from "./origin-actor.ts";
import { originGraphOf } from "./origin-graph.ts";

/** Money that was announced more than once. */
export interface Pledge {
  /** Indexes of items, ascending; of two reports at least. */
  readonly items: readonly number[];
  /** Who gives, as printed. */
  readonly giver: string;
  /** The sum as printed. */
  readonly sum: string;
  /** What for, as printed; empty where the sentence does not say. */
  readonly purpose: string;
  readonly reasons: readonly Reason[];
}

const GIVING =
  /\b(?:pledg|donat|grant|aid|fund|loan|lend|invest|contribut|budget|set(?:ting)? aside|earmark|promis|provid|giv(?:e|es|ing|en)\b|gave\b|allocat|package|spend|spent|made available|make available|programme|program\b|unveil|commit|announc|subsid|support|finance|pay\b|paying|relief|reserve|approv|releas|appropriat|injection|offer)/i;
/** More money, or money that was announced before and is only named beside the new. */
const MORE =
  /\b(?:another|a further|further|additional|an extra|extra|a second|second|new|more|fresh|again as much|as much again|supplementary|top-up)\s+(?:\S+\s+){0,2}$/i;
const BESIDE =
  /\b(?:on top of|in addition to|besides|beyond|bringing (?:the total|it) to|taking (?:it|the total|the sum) to|rais(?:ing|es|ed) (?:it|the total) to|total(?:ling)?(?: of)?|to a total of|already (?:promised|pledged|announced|given)|compared with|up from|after)\s+(?:the |a |its |an )*(?:\S+\s)?$/i;
const ALREADY = /^\s*(?:\p{L}+\s+){0,2}already (?:promised|pledged|announced|given|committed|paid)/u;
const AFTER_MORE = /^\s*(?:more\b|on top\b|extra\b|in addition\b|in (?:new|fresh|additional) money)/i;
const SUM_MIN = 1000;
/** From here a number without a currency may be a sum. */
const LOOSE_MIN = 100_000;
/** Telling words that two sentences share, beside the sum, when the money is for the same. */
const PURPOSE_SHARED = 2;

interface Announced {
  readonly item: number;
  readonly value: number;
  readonly unit: string | null;
  readonly printed: string;
  readonly more: boolean;
  readonly stems: ReadonlySet<string>;
}

/**
 * The same sum by the same giver for the same purpose, announced more than once. "Another", "additional", "on top of"
 * make it other money, and a bank's money is not the government's. Pure.
 */
export function pledgesOf(items: readonly ClaimCandidate[]): readonly Pledge[] {
  const announced = items.flatMap((item, i) => sumsOf(item).flatMap((sum) => announcedIn(item, i, sum) ?? []));
  if (announced.length < 2) return [];
  const { labels } = originGraphOf(items);
  const groups = groupsOf(announced.length);
  announced.forEach((a, x) => {
    announced.slice(x + 1).forEach((b, y) => {
      if (a.value !== b.value || a.more !== b.more || !sameUnit(a.unit, b.unit)) return;
      if (labels[a.item] !== labels[b.item] && !sameGiver(items[a.item], items[b.item])) return;
      if (sharedOf(a.stems, b.stems) >= PURPOSE_SHARED) groups.join(x, x + 1 + y);
    });
  });
  const byRoot = new Map<number, Announced[]>();
  announced.forEach((one, x) => byRoot.set(groups.rootOf(x), [...(byRoot.get(groups.rootOf(x)) ?? []), one]));
  return [...byRoot.values()]
    .filter((group) => new Set(group.map((one) => items[one.item]?.report)).size > 1)
    .map((group) => pledgeFrom(group, items, labels));
}

type Sum = Pick<Figure, "kind" | "value" | "unit" | "text">;

/** The figure of an item; of one that is none, the large numbers of its sentence. */
function sumsOf(item: ClaimCandidate): Sum[] {
  if (item.figureValue !== null) return [item.figureValue];
  return looseFiguresIn(item.sentence ?? item.text)
    .filter((one) => one.value >= LOOSE_MIN)
    .map(({ value, text }) => ({ kind: "count", value, text, unit: null }));
}

function announcedIn(item: ClaimCandidate, i: number, figure: Sum): Announced | null {
  if (figure.value < SUM_MIN) return null;
  const sentence = item.sentence ?? item.text;
  if (figure.kind !== "money" && !(figure.value >= LOOSE_MIN && GIVING.test(sentence))) return null;
  const [before, after] = aroundOf(sentence, figure.text);
  if (/\b(?:damage|losses|worth of damage)\b/i.test(sentence) && !GIVING.test(sentence)) return null;
  if (BESIDE.test(before) || ALREADY.test(after)) return null;
  const own = new Set([...tellingWords(figure.text)].map(([, stem]) => stem));
  const stems = new Set(
    [...tellingWords(sentence)].map(([, stem]) => stem).filter((stem) => !own.has(stem) && !stem.startsWith("#")),
  );
  const more =
    MORE.test(`${before} `) || MORE.test(`${before}${figure.text.replace(/\d.*$/s, "")}`) || AFTER_MORE.test(after);
  return {
    item: i,
    value: figure.value,
    unit: figure.kind === "money" ? figure.unit : null,
    printed: figure.text,
    more,
    stems,
  };
}

function aroundOf(sentence: string, printed: string): readonly [before: string, after: string] {
  const at = sentence.indexOf(printed);
  return at === -1 ? ["", ""] : [sentence.slice(0, at), sentence.slice(at + printed.length)];
}

const sameUnit = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;

/** The same institution is the subject of both, whoever announces it. */
function sameGiver(a: ClaimCandidate | undefined, b: ClaimCandidate | undefined): boolean {
  const [x, y] = [giverOf(a), giverOf(b)].map((name) => new Set([...tellingWords(name)].map(([, stem]) => stem)));
  if (x === undefined || y === undefined || x.size === 0 || y.size === 0) return false;
  const [few, many] = x.size <= y.size ? [x, y] : [y, x];
  return [...few].every((stem) => many.has(stem));
}

function giverOf(item: ClaimCandidate | undefined): string {
  return subjectOf(item?.text ?? "") ?? item?.sourceText ?? item?.sourceName ?? "";
}

function sharedOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const stem of a) if (b.has(stem)) count += 1;
  return count;
}

function pledgeFrom(group: readonly Announced[], items: readonly ClaimCandidate[], labels: readonly string[]): Pledge {
  const indexes = [...new Set(group.map((one) => one.item))].sort((a, b) => a - b);
  const at = indexes[0] as number;
  const giver = subjectOf(items[at]?.text ?? "") ?? labels[at] ?? "";
  const sum = group.map((one) => one.printed).reduce((long, one) => (one.length > long.length ? one : long));
  const purposes = group
    .map((one) => purposeOf(items[one.item] as ClaimCandidate, one.printed))
    .filter((p) => p !== "");
  const purpose = purposes.reduce((short, p) => (short === "" || p.length < short.length ? p : short), "");
  return {
    items: indexes,
    giver,
    sum,
    purpose,
    reasons: [
      { code: "same-sum", detail: { sum } },
      { code: "same-giver", detail: { giver } },
      ...(purpose === "" ? [] : [{ code: "same-purpose" as const, detail: { purpose } }]),
    ],
  };
}

/** "for walls and pumping stations": what follows the sum, up to the end of the clause. */
function purposeOf(item: ClaimCandidate, printed: string): string {
  const [, after] = aroundOf(item.sentence ?? item.text, printed);
  const found =
    /\b(?:for|towards?|on|to (?=build|rebuild|repair|help|buy|equip|protect|pay))\s*(?:the )?([^,.;:“”]{4,80})/.exec(
      after,
    );
  return (found?.[1] ?? "").replace(/\s+(?:was|were|is|are|will|would|had|has)\b.*$/s, "").trim();
}
