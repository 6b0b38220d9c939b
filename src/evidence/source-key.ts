import {
  ADDRESS,
  ANYBODY,
  BETWEEN,
  INSTITUTIONS,
  LEADING,
  MATTERS,
  OFFICES,
  SPEAKING,
  stemOf,
} from "./source-words.ts";

/** Who a source's words stand for, comparable over reports. */
export interface SourceKey {
  readonly kind: "person" | "office" | "document" | "unnamed";
  /** Lower-case words of the person's name, without forms of address; empty where there is no name. */
  readonly name: readonly string[];
  /** Stems of the words for office and institution. */
  readonly roles: ReadonlySet<string>;
  /** Leads or speaks for an institution, so that what is said is the institution's. */
  readonly speaks: boolean;
  /** "an inspector", "officials": one of many. */
  readonly indefinite: boolean;
}

export const DOCUMENTS =
  /\b(?:report|audit|document|documents|letter|memo|email|e-mail|file|files|papers|study|image|images|photograph|photographs|footage|video|records|log|transcript|ruling|verdict|filing|slips|tachograph|logbook|minutes|invoice|contract|map)\b/i;
/** What a firm's name ends in. */
const FIRM =
  /^(?:lines?|airways|airlines?|holdings|telecoms?|bank|group|motors|industries|works|rail|railways?|energy|power|electric|gas|oil|steel|coal|foods?|shipping|services?|systems|\p{L}+ies|buses|coaches|boats|mills|mines|stores|insurance|mutual|trading|logistics|media|chemicals|works|waterworks|docks|water|telecom|partners|brothers|sons|trust|estates|ports?)$/u;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’&-]*|[,;:()—–]/gu;
const LINKS = new Set(["of", "in", "at", "from", "for", "near", "to", "on", "by", "and"]);
const PARTICLES = new Set(["de", "del", "van", "von", "der", "den", "da", "di", "la", "le", "al", "bin", "ibn", "el"]);

/** Reads a source as printed, with or without a name. Needs no model: word lists and capitals. */
export function sourceKeyOf(printed: string, resolved: string | null = null): SourceKey {
  const text = printed.trim().slice(0, 240);
  const words = text.match(WORD) ?? [];
  const roles = new Set<string>();
  let name: string[] = [];
  let speaks = false;
  for (let i = 0; i < words.length; i += 1) {
    const lower = lowerOf(words[i] as string);
    if (LEADING.has(lower) || SPEAKING.has(lower)) speaks = true;
    if (!isCapital(words[i] as string) || isOffice(lower)) {
      addRole(roles, lower);
      continue;
    }
    let to = i + 1;
    while (to < words.length && (isCapital(words[to] as string) || joins(words, to))) to += 1;
    // An office in the middle of the capitals divides them: "Public Works Minister Orso Kemal".
    let from = to;
    while (
      from > i &&
      !isOffice(lowerOf(words[from - 1] as string)) &&
      !MATTERS.has(lowerOf(words[from - 1] as string))
    )
      from -= 1;
    // "Norrland's Falk": whose he is stands before.
    const owner = words.findLastIndex((word, k) => k >= from && k < to - 1 && /['’]s?$/.test(word));
    if (owner !== -1) from = owner + 1;
    const run = words.slice(from, to).map(lowerOf);
    for (const word of words.slice(i, from).map(lowerOf)) {
      if (LEADING.has(word) || SPEAKING.has(word)) speaks = true;
      addRole(roles, word);
    }
    if (name.length === 0 && run.length > 0 && isPersonAt(words, i, from, to)) name = run;
    else for (const word of run) addRole(roles, word);
    i = to - 1;
  }
  const full = resolved === null || resolved === printed ? null : sourceKeyOf(resolved);
  if (full !== null && full.name.length > 0 && (name.length < full.name.length || name.at(-1) !== full.name.at(-1))) {
    // A pronoun or surname that stands for the one with the full name.
    if (name.length === 0 && roles.size > 0 && full.name.length === 1 && full.roles.size === 0) {
      for (const word of full.name) addRole(roles, word);
    } else name = [...full.name];
  }
  for (const role of full?.roles ?? []) roles.add(role);
  const head = headOf(words);
  const nobody = ANYBODY.has(head) || (head.endsWith("s") && OFFICES.has(head.slice(0, -1)));
  const kind =
    name.length > 0
      ? "person"
      : DOCUMENTS.test(text) && !/\b(?:official|spokes\w+)\b/i.test(text)
        ? "document"
        : roles.size === 0 || nobody
          ? "unnamed"
          : "office";
  return { kind, name, roles, speaks, indefinite: nobody || /^(?:an?|one|some|two|three|several|many)\s/i.test(text) };
}

const isCapital = (word: string): boolean =>
  /^\p{Lu}/u.test(word) && !/^(?:The|A|An|Its|His|Her|Their|Our|My|And|On|In|At)$/.test(word);
const lowerOf = (word: string): string =>
  word
    .toLowerCase()
    .replace(/['’]s?$/, "")
    .replace(/\.$/, "");
const isOffice = (word: string): boolean =>
  (word.endsWith("s") && OFFICES.has(word.slice(0, -1))) ||
  LEADING.has(word) ||
  SPEAKING.has(word) ||
  OFFICES.has(word) ||
  INSTITUTIONS.has(word) ||
  ADDRESS.has(word);
const joins = (words: readonly string[], at: number): boolean =>
  PARTICLES.has(words[at] as string) && isCapital(words[at + 1] ?? "");

function addRole(roles: Set<string>, word: string): void {
  if (!/^\p{L}{2}/u.test(word) || BETWEEN.has(word) || ADDRESS.has(word) || ANYBODY.has(word)) return;
  if (SPEAKING.has(word) || /^(?:former|senior|junior)$/.test(word)) return;
  roles.add(stemOf(word));
}

/** Is the run of capitals `[from, to)`, whose capitals begin at `start`, a person's name? */
function isPersonAt(words: readonly string[], start: number, from: number, to: number): boolean {
  const last = words[to - 1] as string;
  const before = lowerOf(words[from - 1] ?? "");
  const after = lowerOf(words[to] ?? "");
  if (
    /['’]s?$/.test(last) ||
    isOffice(lowerOf(last)) ||
    FIRM.test(lowerOf(last)) ||
    (to - from === 1 && /^\p{Lu}{2,6}$/u.test(last))
  )
    return false;
  if (INSTITUTIONS.has(after) || MATTERS.has(after)) return false;
  if (from > start && /['’]s?$/.test(words[from - 1] ?? "") && !MATTERS.has(lowerOf(last))) return true;
  if (ADDRESS.has(before) || (from > start && (OFFICES.has(before) || LEADING.has(before)))) return true;
  const spoken = words.slice(0, start).some((word) => SPEAKING.has(lowerOf(word)) || LEADING.has(lowerOf(word)));
  if (to - from >= 2 && spoken && words[to] === undefined && INSTITUTIONS.has(before) && from === start) return true;
  if (LINKS.has(before) || /['’]s?$/.test(words[start - 1] ?? "") || INSTITUTIONS.has(before)) return false;
  if (MATTERS.has(before) && from > start) return false;
  if (OFFICES.has(before) || LEADING.has(before) || SPEAKING.has(before)) return true;
  // "the climatologist Reyn": a noun of somebody who does something.
  if (to - from === 1 && words[to] === undefined && from >= 2 && /(?:ist|er|or|ian|man|woman|eer)$/.test(before))
    return true;
  if (
    to - from === 1 &&
    start === 0 &&
    /^\p{Ll}/u.test(words[to] ?? "") &&
    !LINKS.has(after) &&
    !/^(?:who|which)$/.test(after)
  )
    return false;
  return to - from >= 2 ? to - from <= 5 : words.length === 1 || words[to] === "," || before === "";
}

/** The noun that the words are about: "the head of the office" → head, "aid workers" → workers. */
function headOf(words: readonly string[]): string {
  let head = "";
  for (const word of words) {
    const lower = lowerOf(word);
    if (/^[,;:()—–]$/.test(word) || (LINKS.has(lower) && head !== "") || lower === "who" || lower === "which") break;
    head = lower;
  }
  return head;
}

/** May the two stand for one person? Surname, and given names as far as they are known, one short for another allowed. */
export function sameName(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0 || a.at(-1) !== b.at(-1)) return sameGiven(a, b);
  return (
    a.length === 1 ||
    b.length === 1 ||
    shortFor(a[0] as string, b[0] as string) ||
    (a.length !== b.length && shortFor(a.at(-2) as string, b.at(-2) as string))
  );
}

/** "Sister Blaise" and "Blaise Otoo". */
function sameGiven(a: readonly string[], b: readonly string[]): boolean {
  const [one, more] = a.length <= b.length ? [a, b] : [b, a];
  return one.length === 1 && more.length > 1 && one[0] === more[0];
}

function shortFor(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return (
    a === b ||
    long.startsWith(short.replace(/\.$/, "")) ||
    (short.length > 2 && long.slice(0, 2) === short.slice(0, 2) && /(?:y|ie)$/.test(short))
  );
}
