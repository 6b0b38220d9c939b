import type { Figure } from "../model/figure.ts";
import type { Reason } from "../model/claim.ts";
import { msOf } from "../model/time.ts";
import type { ClaimCandidate } from "./claims.ts";
import { tellingWords } from "./likeness.ts";
import { looseFiguresIn } from "./loose-figures.ts";
import { originGraphOf } from "./origin-graph.ts";
import { giverOf } from "./pledge-giver.ts";
import type { Giver } from "./pledge-giver.ts";

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
  /\b(?:pledg|donat|grant|aid|fund|loan|lend|invest|contribut|budget|set(?:ting)? aside|earmark|promis|provid|giv(?:e|es|ing|en)\b|gave\b|allocat|package|spend|spent|made available|make available|programme|program\b|unveil|commit|announc|subsid|support|finance|pay\b|paying|relief|reserve|approv|releas|appropriat|injection|offer|ship(?:s|ped|ping)?\b|send|sent\b|deliver|hand(?:s|ed|ing)? over)/i;
/** More money, or money that was announced before and is only named beside the new. */
const MORE =
  /\b(?:add(?:s|ed|ing)?|another|a further|further|additional|an extra|extra|a second|second|more|again as much|as much again|supplementary|top-up)\s+(?:\S+\s+){0,2}$/i;
const FRESH = /\b(?:new|fresh)\s+(?:\S+\s+){0,2}$/i;
const FRESH_MS = 4 * 86_400_000;
const BESIDE =
  /\b(?:on top of|over and above|in addition to|besides|beyond|apart from|bringing (?:the total|it) to|taking (?:it|the total|the sum) to|rais(?:ing|es|ed) (?:it|the total) to|total(?:ling)?(?: of)?|to a total of|already (?:promised|pledged|announced|given)|compared with|up from|after)\s+(?:the |a |its |an )*(?:\S+\s)?$/i;
const ALREADY = /^\s*(?:\p{L}+\s+){0,2}already (?:\p{L}+ed|given|paid|spent|set aside|put)\b/u;
const FOR_MORE = /^[^.;]{0,30}\bfor (?:a |an )?(?:second|another|third|further|additional)\b/i;
const AFTER_MORE = /^\s*(?:more\b|on top\b|extra\b|in addition\b|in (?:new|fresh|additional) money)/i;
const SUM_MIN = 1000;
/** So much of a report is looked through for what the money is for. */
const REPORT_MAX = 4000;
/** From here a number without a currency may be a sum. */
const LOOSE_MIN = 100_000;

interface Announced {
  readonly item: number;
  readonly value: number;
  readonly unit: string | null;
  readonly printed: string;
  /** Other money than before. */
  readonly more: boolean;
  /** A number without a currency and no word of giving: a sum only beside one that is. */
  readonly echo: boolean;
  /** Called new. */
  readonly fresh: boolean;
  /** Publication, in milliseconds; 0 where not known. */
  readonly at: number;
  readonly giver: Giver;
  /** Stems of what the money is for: heads, not the place. */
  readonly purpose: ReadonlySet<string>;
  /** Stems of the whole report. */
  readonly told: ReadonlySet<string>;
}

/**
 * The same sum by the same giver for the same purpose, announced more than once. "Another", "additional", "on top of"
 * make it other money, and a bank's money is not the government's. Pure.
 */
export function pledgesOf(items: readonly ClaimCandidate[]): readonly Pledge[] {
  const announced = items.flatMap((item, i) => {
    const found = sumsOf(item).flatMap((sum) => announcedIn(item, i, sum) ?? []);
    // "Adding two million to the six": what was given before is only named.
    const more = found.filter((one) => one.more);
    return more.length > 0 ? more : found;
  });
  if (announced.length < 2) return [];
  const { labels } = originGraphOf(items);
  const pairs: { readonly x: number; readonly y: number; readonly ties: number }[] = [];
  announced.forEach((a, x) => {
    announced.slice(x + 1).forEach((b, k) => {
      if (a.echo && b.echo) return;
      if (a.value !== b.value || !sameUnit(a.unit, b.unit) || isOther(a, b)) return;
      const ties = tiesOf(a, b, labels[a.item] === labels[b.item]);
      if (ties > 0 && samePurpose(a, b)) pairs.push({ x, y: x + 1 + k, ties });
    });
  });
  // The surest first: where the giver is named, no minister of another country comes in by the office.
  const groups = announced.map((_, x) => [x]);
  for (const { x, y } of pairs.toSorted((p, q) => q.ties - p.ties)) {
    const [one, other] = [groups[x] ?? [], groups[y] ?? []];
    if (
      one === other ||
      one.some((i) => other.some((k) => isRival(announced[i] as Announced, announced[k] as Announced)))
    )
      continue;
    one.push(...other);
    for (const i of other) groups[i] = one;
  }
  return [...new Set(groups)]
    .map((group) => group.map((x) => announced[x] as Announced))
    .filter((group) => new Set(group.map((one) => items[one.item]?.report)).size > 1)
    .map((group) => pledgeFrom(group, items, labels));
}

/** More money is not the money before; "new" alone says so only when time has passed. */
function isOther(a: Announced, b: Announced): boolean {
  if (a.more !== b.more) return true;
  return a.fresh !== b.fresh && a.at !== 0 && b.at !== 0 && (a.fresh ? a.at - b.at : b.at - a.at) > FRESH_MS;
}

/** How surely the same gives both: 3 by name, 2 by who speaks, 1 by where the reports have it from, 0 not. */
function tiesOf(a: Announced, b: Announced, sameOrigin: boolean): number {
  if (shares(a.giver.subject, b.giver.subject)) return 3;
  if (shares(a.giver.names, b.giver.names)) return 2;
  // "The president", "the government": nobody else of that office is spoken of.
  const unnamed = a.giver.names.size === 0 || b.giver.names.size === 0;
  const office = shares(a.giver.offices, b.giver.offices);
  const alike = unnamed || office;
  return sameOrigin ||
    (office && (a.giver.subject.size === 0 || b.giver.subject.size === 0)) ||
    (alike && (shares(a.purpose, b.told) || shares(b.purpose, a.told)))
    ? 1
    : 0;
}

/** Two that give, each told apart by name or by kind, and nothing in common. */
function isRival({ giver: a }: Announced, { giver: b }: Announced): boolean {
  if (isNamedAfter(a, b) || isNamedAfter(b, a)) return true;
  if (shares(a.names, b.names)) return false;
  if (a.subject.size > 0 && b.subject.size > 0) return !(a.state && b.state && isLed(a) !== isLed(b));
  if (a.body.size > 0 && b.body.size > 0) return !shares(a.body, b.body);
  return (a.body.size > 0 && b.state) || (b.body.size > 0 && a.state);
}

/** "The Norrland Mutual Savings Bank" is not Norrland. */
function isNamedAfter(a: Giver, b: Giver): boolean {
  if (a.body.size === 0 || b.body.size > 0 || b.subject.size === 0) return false;
  const [first = ""] = a.subject;
  return (
    b.subject.has(first) && a.subject.size > b.subject.size + 1 && [...b.subject].every((name) => a.subject.has(name))
  );
}

/** "President Lund": a state by who leads it. */
const isLed = ({ printed }: Announced["giver"]): boolean =>
  /\b(?:president|minister|chancellor|premier|king|queen|prince)\b/i.test(printed);

/** Is a purpose of the one, where both name any, spoken of in the other's report? */
function samePurpose(a: Announced, b: Announced): boolean {
  if (a.purpose.size === 0 || b.purpose.size === 0) return true;
  return shares(a.purpose, b.purpose) || shares(a.purpose, b.told) || shares(b.purpose, a.told);
}

function shares(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  for (const one of few) if (many.has(one)) return true;
  return false;
}

type Sum = Pick<Figure, "kind" | "value" | "unit" | "text">;

/** The figure of an item; of one that is none, the large numbers of its sentence. */
function sumsOf({ figureValue, sentence, text: said }: ClaimCandidate): Sum[] {
  const whole = sentence ?? said;
  const loose = looseFiguresIn(whole)
    .filter(({ value, unit, text }) => (value >= LOOSE_MIN || unit !== null) && text !== figureValue?.text)
    .filter(({ text }) => figureValue?.text.includes(text) !== true)
    .map(({ value, text, unit, span }): Sum => ({
      kind: "count",
      value,
      text,
      unit: goodsOf(whole.slice(span[1]), unit),
    }));
  return figureValue === null ? loose : [figureValue, ...loose.filter(({ value }) => value !== figureValue.value)];
}

/** "Tonnes of wheat": what is given where it is no money; null for a bare number. */
function goodsOf(after: string, unit: string | null): string | null {
  const what = /^\s*\p{L}+ of (\p{L}+)/u.exec(after)?.[1];
  return unit === null || what === undefined ? null : `${unit} ${what.toLowerCase()}`;
}

function announcedIn(item: ClaimCandidate, i: number, figure: Sum): Announced | null {
  if (figure.value < SUM_MIN) return null;
  const sentence = item.sentence ?? item.text;
  const goods = figure.kind === "count" && figure.unit?.includes(" ") === true;
  if (figure.kind !== "money" && !goods && figure.value < LOOSE_MIN) return null;
  const [before, after] = aroundOf(sentence, figure.text);
  if (/\b(?:damage|losses|worth of damage)\b/i.test(sentence) && !GIVING.test(sentence)) return null;
  if (BESIDE.test(before) || ALREADY.test(after)) return null;
  const more =
    MORE.test(`${before} `) ||
    MORE.test(`${before}${figure.text.replace(/\d.*$/s, "")}`) ||
    AFTER_MORE.test(after) ||
    FOR_MORE.test(after);
  return {
    item: i,
    value: figure.value,
    unit: figure.kind === "money" || goods ? figure.unit : null,
    printed: figure.text,
    more,
    echo: figure.kind !== "money" && !GIVING.test(sentence),
    fresh: FRESH.test(`${before} `),
    at: item.publishedAt === null ? 0 : msOf(item.publishedAt),
    giver: giverOf(item, figure.text),
    purpose: headsOf(purposeIn(sentence, figure.text)),
    told: stemsOf(item.reportText.slice(0, REPORT_MAX)),
  };
}

function aroundOf(sentence: string, printed: string): readonly [before: string, after: string] {
  const at = sentence.indexOf(printed);
  return at === -1 ? ["", ""] : [sentence.slice(0, at), sentence.slice(at + printed.length)];
}

const sameUnit = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;

const stemsOf = (text: string): Set<string> =>
  new Set([...tellingWords(text)].map(([, stem]) => stem).filter((stem) => !stem.startsWith("#")));

/** "Clinics and clean water in the camps": clinics, clean, water. */
const headsOf = (purpose: string): Set<string> =>
  stemsOf(
    purpose
      .replaceAll(/(?<![\p{L}])\p{Lu}[\p{L}’']+/gu, " ")
      .replace(
        /\s(?:in|of|at|along|near|across|around|on|hit by|struck by|affected by|after|from|within|throughout|who|which|that|so)\s.*$/su,
        "",
      ),
  );

function pledgeFrom(group: readonly Announced[], items: readonly ClaimCandidate[], labels: readonly string[]): Pledge {
  const indexes = [...new Set(group.map((one) => one.item))].sort((a, b) => a - b);
  const at = indexes[0] as number;
  const giver = group.map((one) => one.giver.printed).find((name) => name !== "") ?? labels[at] ?? "";
  const sum = group.map((one) => one.printed).reduce((long, one) => (one.length > long.length ? one : long));
  const purposes = group
    .map((one) => purposeIn(items[one.item]?.sentence ?? items[one.item]?.text ?? "", one.printed))
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

/** "for walls and pumping stations": what the sum is for, up to the end of the clause. */
function purposeIn(sentence: string, printed: string): string {
  const [before, after] = aroundOf(sentence, printed);
  const behind =
    /\b(?:(?:for|towards?|into|on)(?! (?:(?:\p{Lu}\p{L}+day|top)\b|[\p{Sc}\p{Nd}]))|(?:so that|to (?=build|rebuild|repair|help|buy|equip|protect|pay|clean|deepen|drill|restore|feed|house|train|plant|keep|\p{L}+ (?:the|homes|units|wells|schools|roads|clinics))))\s*(?:the )?([^,.;:“”"]{4,80})/u.exec(
      after,
    );
  // "A grant for schools worth 15 million".
  const ahead =
    behind === null
      ? /\bfor\s+(?:the )?([^,.;:“”"]{4,60}?)\s+(?:worth|of|with|to)\s+(?:\S+\s+){0,2}$/u.exec(before)
      : null;
  return ((behind ?? ahead)?.[1] ?? "").replace(/\s+(?:was|were|is|are|will|would|had|has)\b.*$/s, "").trim();
}
