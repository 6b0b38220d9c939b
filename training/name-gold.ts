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

/** Titles and offices before a person's name; one of them alone is nobody's name. */
const TITLE =
  /^(?:mr|mrs|ms|miss|dr|prof|professor|president|vice|sir|lord|lady|king|queen|prince|princess|emperor|general|captain|senator|judge|justice|mayor|governor|minister|prime|administrator|chancellor|secretary|attorney|rev|reverend|director|founder|senior|speaker|madam|representative|congressman|congresswoman|ambassador|premier|tsar|gen|chief|chairman|doctor|solicitor|earl|archbishop|bishop|pope|saint|st)\.?$/i;

/** Offices that are nobody's surname: "State Department Spokesperson" names no person, whatever stands before it. */
const OFFICE =
  /^(?:president|vice|professor|senator|minister|ministers|administrator|chancellor|secretary|secretary-general|attorney|director|speaker|representative|congressman|congresswoman|ambassador|governor|envoy|chair|chairman|chairwoman|chairperson|commissioner|counsel|officer|ceo|manager|spokesperson|spokesman|spokeswoman|sheriff|guest|honor|defense|army|whip|presidency)$/i;

const ARTICLE = /^(?:the|an?|another|every)$/i;

const INSIDE = new Set(["of", "-", "–", "&", "and", ".", "’s", "'s", "’", "the", "for"]);
const FOLLOWING = new Set(["of", "for", "and", "&", "the"]);

const CONTENT = /^(?:ADJ|NOUN|VERB|NUM)$/;

/** "President", "Prime Minister", "Protector of Mexico", "the Maya", "a Democrat": nobody's name. */
function isOffice(tokens: readonly GumToken[], from: number, to: number): boolean {
  const words = tokens.slice(from, to).filter(({ upos }) => upos !== "PUNCT");
  if (OFFICE.test(words.at(-1)?.form ?? "")) return true;
  if (words.every(({ form }) => TITLE.test(form) || OFFICE.test(form))) return true;
  if (words.length > 1) return false;
  if (ARTICLE.test(tokens[from - 1]?.form ?? "") && tokens[from - 1]?.head === from) return true;
  return (
    tokens[to]?.form === "of" && tokens[to]?.head !== -1 && !words[0]?.xpos.endsWith("S") && isUnder(tokens, from, to)
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
 * The names in a document: of each mention of a person, an organisation or a place the proper-name phrase around its
 * head, or around the proper noun that a common noun at the head introduces ("author Ana Brod", "Jiangsu province",
 * "the town of Gonzales"). Articles, appositions, relative clauses, owners ("Vienna's Ana Brod") and places behind a
 * comma are no part of it; a title right before a person's name is, and so is "of Health" in an organisation's or a
 * place's. Peoples ("Americans", "the Maya"), offices ("the President") and single letters are no names. Names in names
 * count too.
 */
export function goldNamesOf(document: GumDocument): GoldName[] {
  const { tokens } = document;
  const found = new Map<string, GoldName>();
  const spans: { from: number; to: number; kind: NameClass }[] = [];
  const heads = new Set(document.mentions.map(({ head }) => head));
  for (const mention of document.mentions) {
    const kind = KINDS[mention.type];
    if (kind === undefined) continue;
    const range = tokens[mention.head]?.upos === "PROPN" ? mention : introduced(tokens, mention, kind, heads);
    const span = range === null ? null : phraseOf(tokens, range, kind);
    if (span !== null && (tokens[span.to - 1] as GumToken).end - (tokens[span.from] as GumToken).start > 1)
      spans.push({ ...span, kind });
  }
  for (const { from, to, kind } of spans) {
    const start = (document.tokens[from] as GumToken).start;
    const end = (document.tokens[to - 1] as GumToken).end;
    const nested = spans.some((s) => s.from <= from && to <= s.to && s.to - s.from > to - from);
    found.set(`${start}-${end}-${kind}`, { start, end, kind, nested });
  }
  return [...found.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

type Range = Pick<GumMention, "from" | "to" | "head">;

/** The proper noun that belongs to the common noun at the head of a mention and is no mention of its own. */
function introduced(
  tokens: readonly GumToken[],
  { from, to, head }: GumMention,
  kind: NameClass,
  heads: ReadonlySet<number>,
): Range | null {
  for (let i = from; i < to; i += 1) {
    const { upos, head: above, relation } = tokens[i] as GumToken;
    if (upos !== "PROPN" || above !== head || heads.has(i)) continue;
    if (i > head && /^(?:flat|appos)/.test(relation) && adjoins(tokens, head, i)) {
      let first = i;
      while (first - 1 > head && tokens[first - 1]?.head === i && /^\p{Lu}/u.test(tokens[first - 1]?.form ?? ""))
        first -= 1;
      return { from: first, to, head: i };
    }
    if (kind !== "place") continue;
    const next = tokens[i + 1] as GumToken;
    if (i < head && relation === "compound" && (next.upos !== "PROPN" || next.head !== head))
      return { from, to: head, head: i };
    const case_ = tokens.findIndex((token, k) => k > head && k < i && token.head === i && token.relation === "case");
    if (relation === "nmod" && tokens[case_]?.form === "of") return { from: case_ + 1, to, head: i };
  }
  return null;
}

/** No mark stands between a noun and the name behind it: "author Ana Brod", "the head of the council Ana Brod". */
function adjoins(tokens: readonly GumToken[], head: number, name: number): boolean {
  for (let i = head + 1; i < name; i += 1) if (tokens[i]?.upos === "PUNCT") return false;
  return true;
}

function phraseOf(tokens: readonly GumToken[], mention: Range, kind: NameClass): { from: number; to: number } | null {
  const person = kind === "person";
  const at = (i: number): GumToken => tokens[i] as GumToken;
  const proper = (i: number): boolean => at(i).upos === "PROPN";
  if (person && at(mention.head).xpos === "NNPS") return null;
  let from = mention.head;
  for (let i = mention.head - 1; i >= mention.from; i -= 1) {
    const { form, upos } = at(i);
    if (person && /^['’]s?$/.test(form)) break;
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
  if (!person) return { from, to };
  // "U.S. President Ana Brod": the office, not whose; and all of "Prime Minister".
  for (let i = to - 2; i > from; i -= 1)
    if (OFFICE.test(at(i).form)) {
      from = i;
      break;
    }
  while (from > mention.from && /^\p{Lu}/u.test(at(from - 1).form) && TITLE.test(at(from - 1).form)) from -= 1;
  return isOffice(tokens, from, to) ? null : { from, to };
}
