import type { DraftStatement, EditionDraftContent } from "../../desk/draft.ts";
import type { LocalText } from "../../model/language.ts";

export type Side = "mine" | "theirs";

/** One place where two versions of a draft differ. */
export interface Difference {
  /** `asOf`, `glance.0.en`, `s:KEY` (statement there or not), `s:KEY:text.uk` … */
  readonly path: string;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** The side to keep unless a person says otherwise: the one that changed, or the one that has something. */
  readonly suggested: Side;
}

type Flat = ReadonlyMap<string, unknown>;

const PARTS = ["carried", "section", "kind", "asOf", "grade", "evidence", "replyRequests"] as const;

/** Where `mine` and `theirs` differ. `base` is what both began from, where it is still known. */
export function differences(
  mine: EditionDraftContent,
  theirs: EditionDraftContent,
  base: EditionDraftContent | null,
): readonly Difference[] {
  const [a, b, c] = [flat(mine), flat(theirs), base === null ? null : flat(base)];
  const paths = [...new Set([...a.keys(), ...b.keys()])];
  const found = paths
    .filter((path) => !same(a.get(path), b.get(path)) && !beside(path, a, b))
    .map((path) => difference(path, a.get(path), b.get(path), c));
  const shared = (order: readonly DraftStatement[], other: Flat): readonly string[] =>
    order.map(({ key }) => key).filter((key) => other.has(`s:${key}`));
  const [mineOrder, theirOrder] = [shared(mine.statements, b), shared(theirs.statements, a)];
  if (same(mineOrder, theirOrder)) return found;
  const baseOrder = base === null ? null : shared(base.statements, a).filter((key) => b.has(`s:${key}`));
  const suggested = baseOrder !== null && same(mineOrder, baseOrder) ? "theirs" : "mine";
  return [...found, { path: "order", mine: mineOrder, theirs: theirOrder, suggested }];
}

/** One draft out of two; `pick` is asked only where they differ. */
export function mergeDrafts(
  mine: EditionDraftContent,
  theirs: EditionDraftContent,
  pick: (path: string) => Side,
): EditionDraftContent {
  const [a, b] = [flat(mine), flat(theirs)];
  const value = (path: string): unknown => {
    const [one, other] = [a.get(path), b.get(path)];
    return same(one, other) || pick(path) === "mine" ? one : other;
  };
  const chosen = <T>(path: string, left: T, right: T): T => (same(left, right) || pick(path) === "mine" ? left : right);
  const lines = Math.max(mine.glance.length, theirs.glance.length);
  const glance = Array.from({ length: lines }, (_, i) =>
    localFrom(`glance.${i}`, mine.glance[i], theirs.glance[i], value),
  );
  return {
    asOf: chosen("asOf", mine.asOf, theirs.asOf),
    nextUpdate: chosen("nextUpdate", mine.nextUpdate, theirs.nextUpdate),
    languages: chosen("languages", mine.languages, theirs.languages),
    glance:
      mine.glance.length === theirs.glance.length ? glance : glance.filter((line) => Object.keys(line).length > 0),
    statements: mergedStatements(mine, theirs, pick, value),
  };
}

function mergedStatements(
  mine: EditionDraftContent,
  theirs: EditionDraftContent,
  pick: (path: string) => Side,
  value: (path: string) => unknown,
): readonly DraftStatement[] {
  const [left, right] = [byKey(mine), byKey(theirs)];
  const kept = new Map<string, DraftStatement>();
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const [one, other] = [left.get(key), right.get(key)];
    if (one && other) kept.set(key, mergedStatement(one, other, pick, value));
    else if (pick(`s:${key}`) === (one ? "mine" : "theirs")) kept.set(key, (one ?? other) as DraftStatement);
  }
  const orders = [mine, theirs].map(({ statements }) => statements.map(({ key }) => key));
  const common = orders.map((order) => order.filter((key) => left.has(key) && right.has(key)));
  const mineLeads = same(common[0], common[1]) || pick("order") === "mine";
  const [lead = [], follow = []] = mineLeads ? orders : orders.toReversed();
  const order = lead.filter((key) => kept.has(key));
  for (const [i, key] of follow.entries()) {
    if (!kept.has(key) || order.includes(key)) continue;
    const before = follow.slice(0, i).findLast((one) => order.includes(one));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
  }
  return order.flatMap((key) => kept.get(key) ?? []);
}

function mergedStatement(
  one: DraftStatement,
  other: DraftStatement,
  pick: (path: string) => Side,
  value: (path: string) => unknown,
): DraftStatement {
  const path = (part: string): string => `s:${one.key}:${part}`;
  const from = <K extends (typeof PARTS)[number]>(part: K): DraftStatement[K] =>
    same(one[part], other[part]) || pick(path(part)) === "mine" ? one[part] : other[part];
  return {
    key: one.key,
    carried: from("carried"),
    section: from("section"),
    kind: from("kind"),
    text: localFrom(path("text"), one.text, other.text, value),
    asOf: from("asOf"),
    grade: from("grade"),
    evidence: from("evidence"),
    area: localFrom(path("area"), one.area, other.area, value),
    replyRequests: from("replyRequests"),
  };
}

function localFrom(
  path: string,
  one: LocalText | undefined,
  other: LocalText | undefined,
  value: (path: string) => unknown,
): LocalText {
  const languages = new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})]);
  return Object.fromEntries(
    [...languages]
      .map((lang) => [lang, value(`${path}.${lang}`)] as const)
      .filter((pair): pair is [string, string] => typeof pair[1] === "string" && pair[1] !== ""),
  );
}

function difference(path: string, mine: unknown, theirs: unknown, base: Flat | null): Difference {
  const was = base?.get(path);
  const empty = (value: unknown): boolean => value === undefined || value === null || same(value, []) || value === "";
  const known = base !== null;
  const suggested: Side =
    known && same(mine, was) ? "theirs" : known && same(theirs, was) ? "mine" : empty(mine) ? "theirs" : "mine";
  return { path, mine, theirs, suggested };
}

/** A statement that only one side has differs as a whole, one that both have differs in its parts. */
function beside(path: string, a: Flat, b: Flat): boolean {
  const [, key, part] = path.split(":");
  if (key === undefined) return false;
  const missing = a.has(`s:${key}`) !== b.has(`s:${key}`);
  return (part === undefined) !== missing;
}

function flat(content: EditionDraftContent): Flat {
  const map = new Map<string, unknown>([
    ["asOf", content.asOf],
    ["nextUpdate", content.nextUpdate],
    ["languages", content.languages],
  ]);
  const local = (path: string, text: LocalText): void => {
    for (const [lang, words] of Object.entries(text)) if (words !== "") map.set(`${path}.${lang}`, words);
  };
  for (const [i, line] of content.glance.entries()) local(`glance.${i}`, line);
  for (const statement of content.statements) {
    const path = `s:${statement.key}`;
    map.set(path, statement);
    for (const part of PARTS) map.set(`${path}:${part}`, statement[part]);
    local(`${path}:text`, statement.text);
    local(`${path}:area`, statement.area);
  }
  return map;
}

function byKey(content: EditionDraftContent): ReadonlyMap<string, DraftStatement> {
  return new Map(content.statements.map((statement) => [statement.key, statement]));
}

function same(a: unknown, b: unknown): boolean {
  return a === b || stable(a) === stable(b);
}

/** JSON with sorted names, so that equal values are equal texts. */
function stable(value: unknown): string | undefined {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
