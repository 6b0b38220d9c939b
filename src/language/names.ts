import { KNOWN } from "./gazetteer.ts";
import type { FoundName } from "./namer.ts";
import type { Reading } from "./sentences.ts";
import type { Token } from "./tokens.ts";

export type MentionKind = "person" | "organisation" | "place" | "publication";

/** A name as it stands in the text: token indexes `[from, to)` with titles, and the name without them. */
export interface NameMention {
  readonly from: number;
  readonly to: number;
  readonly full: string;
  /** Small letters. */
  readonly words: readonly string[];
  /** A publication is a paper, an agency, a broadcaster: it carries what others say. */
  readonly kind: MentionKind;
  /** Of a person, from title or first name. */
  readonly gender: "male" | "female" | null;
  /** Stands inside a longer name: "Durham" in "Durham University". */
  readonly inner: boolean;
}

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Offices and ranks that stand before a name and are no part of it. */
export const TITLES = set(
  "mr mrs ms miss dr prof professor sir lady lord dame king queen prince princess president vice vice-president prime premier minister chancellor secretary " +
    "foreign defence defense interior finance general gen major maj major-general colonel col captain capt lieutenant lt sergeant sgt corporal cpl admiral adm commander cmdr brigadier brig marshal " +
    "chief chairman chairwoman chair director spokesman spokeswoman spokesperson senator sen representative rep reps sens gov governor mayor judge justice ambassador congressman congresswoman " +
    "deputy acting former ex minister's attorney inspector supt superintendent constable officer reverend rev father bishop archbishop cardinal pope sheikh imam rabbi ayatollah leader speaker " +
    "candidate republican democratic democrat democrats republicans us u.s uk u.n un eu russian ukrainian american british french german staff army navy police army's co-founder founder ceo madam",
);
const MALE = set("mr sir lord king prince father congressman chairman spokesman");
const FEMALE = set("mrs ms miss lady dame queen princess madam congresswoman chairwoman spokeswoman");
/** Last words of the names of papers, agencies and broadcasters. */
const PAPERS = set(
  "times telegraph post guardian journal news herald tribune gazette wire press reuters afp bbc cnn ap tass interfax courier mail mirror observer chronicle express standard independent economist " +
    "spiegel monde figaro bloomberg politico axios nbc abc cbs npr pbs jazeera radio tv television magazine daily weekly today globe inquirer dispatch bulletin examiner sentinel ledger echo " +
    "register bild welt dw unian ukrinform pravda novosti xinhua zeitung broadcasting newspaper newswire broadcaster",
);
/** Words of such names that any other name may end with too. */
const UNSURE = set(
  "guardian wire courier mail mirror observer express standard independent magazine daily weekly today globe echo register press post record star sun voice agency",
);

const OFFICE_LINK = /^(?:of|for|the|and|in|to)$/;

/** All names of a text in order; none where it was read without a model. Linear. */
export function namesOf(reading: Reading): NameMention[] {
  return (reading.named() ?? []).map((found) => mentionOf(reading, found));
}

function mentionOf({ tokens, text }: Reading, { from, to, kind, known, firstKnown, inner }: FoundName): NameMention {
  const bare = (i: number): string => (tokens[i] as Token).lower.replace(/\.$/, "");
  const titled = kind === "person" ? to - 1 : from;
  let start = from;
  let gender: NameMention["gender"] = null;
  // "Joint Chiefs of Staff Ana Brod": the name stands behind the office.
  if (kind === "person") {
    let behind = from;
    for (let i = from + 1; i < titled; i += 1) if (OFFICE_LINK.test(bare(i))) behind = i + 1;
    while (behind > from && behind < titled && TITLES.has(bare(behind))) behind += 1;
    if (to - behind >= 2 || TITLES.has(bare(from))) start = behind;
  }
  while (start < titled && TITLES.has(bare(start))) {
    gender ??= genderOfTitle(bare(start));
    start += 1;
  }
  // The title may stand in front of what was found: "the spokesman Ana Brod".
  if (kind === "person" && from > 0) gender ??= genderOfTitle(bare(from - 1));
  gender ??= genderOfName(firstKnown);
  const words = tokens.slice(start, to).map(({ lower }) => lower);
  return {
    from,
    to,
    // As printed; a line end inside becomes a space.
    full: text.slice((tokens[start] as Token).start, (tokens[to - 1] as Token).end).replace(/\s+/g, " "),
    words,
    kind: kind !== "place" && isPublication(words, known, kind === "organisation") ? "publication" : kind,
    gender,
    inner,
  };
}

function genderOfTitle(title: string): NameMention["gender"] {
  return MALE.has(title) ? "male" : FEMALE.has(title) ? "female" : null;
}

function genderOfName(known: number): NameMention["gender"] {
  const gender = known & (KNOWN.male | KNOWN.female);
  return gender === KNOWN.male ? "male" : gender === KNOWN.female ? "female" : null;
}

function isPublication(words: readonly string[], known: number, organisation: boolean): boolean {
  if ((known & KNOWN.publication) !== 0) return true;
  const last = words.at(-1) ?? "";
  if (!PAPERS.has(last)) return false;
  return organisation ? words.length > 1 || !UNSURE.has(last) : words.length > 1 && !UNSURE.has(last);
}
