import type { GumDocument, GumToken } from "./gum.ts";
import type { GumMention } from "./gum-mentions.ts";

export type NameClass = "person" | "organisation" | "place";

/** A name as UTF-16 offsets `[start, end)`. */
export interface GoldName {
  readonly start: number;
  readonly end: number;
  readonly kind: NameClass;
  /** Stands inside a longer name: "Durham" in "Durham University". */
  readonly nested: boolean;
}

const KINDS: Readonly<Record<string, NameClass>> = {
  person: "person",
  organization: "organisation",
  place: "place",
};

/** Titles and offices; one of them alone is nobody's name. */
const TITLE =
  /^(?:mr|mrs|ms|miss|dr|prof|professor|president|vice|sir|lord|lady|king|queen|prince|princess|emperor|general|captain|senator|judge|justice|mayor|governor|minister|prime|administrator|chancellor|secretary|attorney|rev|reverend|director|founder|senior|speaker|madam|representative|congressman|chief|chairman|doctor|solicitor|earl|archbishop|bishop|pope|saint|st)\.?$/i;

const INSIDE = new Set(["of", "-", "–", "&", "and", ".", "’s", "'s", "’", "the", "for"]);
const FOLLOWING = new Set(["of", "for", "and", "&", "the"]);

const CONTENT = /^(?:ADJ|NOUN|VERB|NUM)$/;

/** "President", "Prime Minister", "Protector of Mexico": nobody's name. */
function isOffice(tokens: readonly GumToken[], from: number, to: number): boolean {
  const words = tokens.slice(from, to).filter(({ upos }) => upos !== "PUNCT");
  if (words.every(({ form }) => TITLE.test(form))) return true;
  return (
    words.length === 1 &&
    tokens[to]?.form === "of" &&
    tokens[to]?.head !== -1 &&
    !words[0]?.xpos.endsWith("S") &&
    isUnder(tokens, from, to)
  );
}

/** Does what follows `of` hang on the word before it? */
function isUnder(tokens: readonly GumToken[], word: number, of: number): boolean {
  const noun = tokens[of]?.head ?? -1;
  return tokens[noun]?.head === word;
}

export function isTitle(word: string): boolean {
  return TITLE.test(word);
}

/**
 * The names in a document: of each mention of a person, an organisation or a place whose head is a proper noun, the
 * proper-name phrase around the head. Articles, appositions, relative clauses and places behind a comma are no part of
 * it; titles before a person's name are, and so is "of Health" in an organisation's or a place's. Peoples ("Americans")
 * and titles alone ("the President") are no names. Names in names count too.
 */
export function goldNamesOf(document: GumDocument): GoldName[] {
  const found = new Map<string, GoldName>();
  const spans: { from: number; to: number; kind: NameClass }[] = [];
  for (const mention of document.mentions) {
    const kind = KINDS[mention.type];
    const head = document.tokens[mention.head] as GumToken;
    if (kind === undefined || head.upos !== "PROPN") continue;
    const span = phraseOf(document.tokens, mention, kind);
    if (span !== null) spans.push({ ...span, kind });
  }
  for (const { from, to, kind } of spans) {
    const start = (document.tokens[from] as GumToken).start;
    const end = (document.tokens[to - 1] as GumToken).end;
    const nested = spans.some((s) => s.from <= from && to <= s.to && s.to - s.from > to - from);
    found.set(`${start}-${end}-${kind}`, { start, end, kind, nested });
  }
  return [...found.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

function phraseOf(
  tokens: readonly GumToken[],
  mention: GumMention,
  kind: NameClass,
): { from: number; to: number } | null {
  const person = kind === "person";
  const at = (i: number): GumToken => tokens[i] as GumToken;
  const proper = (i: number): boolean => at(i).upos === "PROPN";
  if (person && at(mention.head).xpos === "NNPS") return null;
  let from = mention.head;
  for (let i = mention.head - 1; i >= mention.from; i -= 1) {
    const { form, upos } = at(i);
    if (proper(i)) from = i;
    else if (CONTENT.test(upos) && /^[A-Z0-9]/.test(form)) from = person ? from : i;
    else if (!INSIDE.has(form)) break;
  }
  let to = mention.head + 1;
  for (let i = mention.head + 1; i < mention.to; i += 1) {
    const { form, upos, relation } = at(i);
    if (proper(i) || (i === to && (upos === "NUM" || relation.startsWith("flat")))) to = i + 1;
    else if (!person && CONTENT.test(upos) && /^\p{Lu}/u.test(form)) to = i + 1;
    else if (!/^[-.–]$/.test(form) && (person || !FOLLOWING.has(form))) break;
  }
  return person && isOffice(tokens, from, to) ? null : { from, to };
}
