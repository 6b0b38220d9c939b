import { kindOfHouse } from "./house-words.ts";
import { institutionOf } from "./institution.ts";
import { MATTERS, OFFICES } from "./source-words.ts";

const GENERIC = new Set(
  "the a an of and local newspaper paper website site news agency wire daily weekly online press media group service newswire portal blog channel station network public its own today".split(
    " ",
  ),
);
const PUBLICATIONS =
  /^(?:times|telegraph|post|guardian|journal|herald|tribune|gazette|wire|press|agency|courier|mail|sun|mirror|observer|chronicle|express|standard|independent|compass|radio|tv|television|magazine|star|globe|inquirer|dispatch|bulletin|record|examiner|sentinel|ledger|echo|voice|monitor|register|dealer|leader|argus|advertiser|reporter|messenger|mercury|review|spectator|lantern|lighthouse|beacon|clarion|bugle|freeman|citizen|patriot|banner|flag|dagpost|dagblad|zeitung|pravda|nation|world|today|now|live|line|crier|recorder|enquirer|intelligencer|news|newsroom|letter|newsletter|notices|diary|blog|reuters|afp|ap|bbc|cnn|tass|interfax|xinhua|bloomberg|politico|axios|npr|unian|ukrinform)$/;
/** A publication without its name: "a trade journal", "local media". */
const NAMELESS =
  /^(?:an?|one|another|the|some|several|local|national|foreign|other)?\s*(?:[\p{Ll}-]+\s+){0,2}(?:agenc(?:ies|y reports?)|wires?|wire services?|(?:media|press|newspaper|news|agency|wire) reports?|reports|newspapers?|journals?|magazines?|broadcasters?|(?<=(?:^|the|an?|local|radio|tv|television|news)\s+)stations?|websites?|blogs?|outlets?|channels?|dail(?:y|ies)|tabloids?|weekl(?:y|ies)|media|papers?|press|portals?|podcasts?|columns|columnists)$/u;

/** "environment", "defence": what offices deal with. Seats and levels tell nothing. */
const isMatter = (word: string): boolean =>
  MATTERS.has(word) &&
  !/^(?:world|nations?|national|international|united|european|federal|central|regional|provincial|municipal|royal|general|public|air|labour|labor)$/.test(
    word,
  );

/** Is a publisher an institution that speaks of itself: a ministry, a fund, an office? */
export const isInstitutionName = (name: string): boolean => ownInstitution(name) !== null;

/** What institutions call what they publish; the rest of such a name is the institution's. */
const ISSUE =
  "bulletin|notices?|gazette|press (?:room|office|service|centre|release)|newsroom|media office|communiqués?";
const ISSUED_BY = new RegExp(String.raw`^(?:the )?(?:official )?(?:${ISSUE}) of (?:the )?(.+)$`, "iu");
const ISSUES = new RegExp(String.raw`^(?:the )?(.+?) (?:official )?(?:${ISSUE})$`, "iu");
/** A line that a social medium or a website puts behind a publisher's name. */
const FORM = /, (?:(?:the|its|an?) )?[\p{Ll} -]+$/u;

/** The institution that a publisher is, without "press note" behind it; null for a paper. */
export function ownInstitution(name: string): string | null {
  const bare = name.replace(FORM, "");
  if (bare !== name) return looksLikePublication(bare) ? null : bare;
  const by = ISSUED_BY.exec(name)?.[1] ?? ISSUES.exec(name)?.[1]?.replace(/['’]s?$/, "");
  if (by !== undefined && (isHouseName(by, true) || OFFICES.has(by.split(" ").at(-1)?.toLowerCase() ?? ""))) return by;
  return !looksLikePublication(name) && isHouseName(name, false) ? name : null;
}

/** Does a name end in what institutions are called? `plain`: nothing says that it might be a paper's. */
function isHouseName(name: string, plain: boolean): boolean {
  const head = (name.split(/\s(?:of|for|on)\s/)[0] ?? "").trim().split(/\s+/).at(-1)?.toLowerCase() ?? "";
  const house = kindOfHouse(head, false);
  if (OFFICIAL.test(head) || (house !== null && house !== "body")) return true;
  // "Regional Police Kest": no paper has it in its name.
  if (/\b(?:police|ministry|coastguard|constabulary)\b/i.test(name)) return true;
  return (
    house === "body" &&
    (plain ||
      (publicationKey(name)
        .split(" ")
        .some((word) => isMatter(word) || FIELD.test(word)) &&
        institutionOf(name, []).marks.size > 0))
  );
}

/** Of what a service, an agency deals with: no paper's name. */
const FIELD = /(?:ological|ographic|nautical|customs|coast|lifeboat|pilot|salvage|ambulance|prison|statistic\p{Ll}*)$/u;
/** No paper is called one. */
const OFFICIAL =
  /^(?:authority|commission|office|department|board|directorate|inspectorate|secretariat|committee|administration|institute|institution|laboratory|headquarters|brigade|regulator|waterworks|electric|grid|co-operative|cooperative|airport)$/;

/** "The Varen Wire" and "Varen Wire" are one. */
export function publicationKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the\s+/, "")
    .replace(/['’]s$/, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

export function isNamelessPublication(text: string): boolean {
  const bare = text.trim().replace(/ (?:from|in|out of) (?:the )?\p{Lu}[\p{L} -]*$/u, "");
  return NAMELESS.test(bare.charAt(0).toLowerCase() + bare.slice(1));
}

/** "agencies", "wire services": whichever carried it. */
export function isAgencies(text: string): boolean {
  return /\b(?:agenc(?:ies|y reports?)|wires?|wire services?|wire reports?)$/i.test(text.trim());
}

/** Does a name look like a publication's, though we have none of its reports? */
export function looksLikePublication(name: string): boolean {
  const words = publicationKey(name).split(" ");
  const last = words.at(-1) ?? "";
  // "National Disaster Agency": what it deals with is no news.
  if (last === "agency" && !words.some((word) => /^(?:news|press|wire|telegraph)$/.test(word)) && words.some(isMatter))
    return false;
  return (
    words.length <= 5 &&
    /^\p{Lu}/u.test(name.trim().replace(/^the\s+/i, "")) &&
    PUBLICATIONS.test(last) &&
    (words.length > 1 ||
      /^the\s/i.test(name) ||
      /^(?:reuters|afp|bbc|cnn|tass|interfax|xinhua|bloomberg|politico|axios|npr|unian|ukrinform)$/.test(last))
  );
}

export function looksLikeAgency(name: string): boolean {
  if (isDesk(name)) return false;
  return /\b(?:agency|wire|newswire|press|news service|afp|reuters|tass|interfax|xinhua)\b/i.test(name);
}

const DESK =
  /^(?:Press|News|Sports?|City|Foreign|Home|Staff|Editorial|Editors?|Team|Desk|Office|Service|Room|Newsroom|Reporters?|Business|Political?|Media|Communications|Department|Unit|Investigations)$/i;

/** "Press office", "News desk": somebody in a house, whatever house. */
export const isDeskName = (name: string): boolean =>
  name
    .trim()
    .split(/\s+/)
    .every((word) => DESK.test(word));

/** "Press office", "Sports desk": somebody in a house, no house. */
export function isDesk(name: string): boolean {
  const words = name.trim().split(/\s+/);
  const lower = words.slice(1).every((word) => /^\p{Ll}/u.test(word));
  return words.length > 1 && (lower || words.every((word) => DESK.test(word)));
}

/** Words that tell one publication from another; all of them where none is special. */
function tellingWords(key: string): string[] {
  const words = key.split(" ");
  const telling = words.filter((word) => !GENERIC.has(word));
  return telling.length > 0 ? telling : words;
}

/** Which of several publications mentions mean; remembers what was asked. */
export interface Publications {
  /** Is any of them meant? */
  readonly known: (mention: string) => boolean;
  /** Does `mention` ("the local Plain Dealer", "the Compass", "HA") mean the publication called `name`? */
  readonly means: (mention: string, name: string) => boolean;
  /** Names of them that a text has in full, or in a short form that can be nothing else. */
  readonly mentionedIn: (text: string) => readonly string[];
}

interface Mention {
  readonly key: string;
  /** Words that tell it from others, of those that begin with a capital. */
  readonly said: readonly string[];
  /** "HA", where it is no more than that. */
  readonly initials: string | null;
}

interface Name {
  readonly key: string;
  readonly telling: readonly string[];
  /** Those before "of": "Tocsin" of the Tocsin of Mirr. */
  readonly head: readonly string[];
  readonly initials: string;
  /** Words of capitals only. */
  readonly short: readonly string[];
}

export function publicationsOf(names: readonly string[]): Publications {
  const mentions = new Map<string, Mention>();
  const read = new Map<string, Name>();
  const answers = new Map<string, boolean>();
  const papers = names.filter((name) => !isInstitutionName(name));
  const means = (mention: string, name: string): boolean => {
    let [a, b] = [mentions.get(mention), read.get(name)];
    if (a === undefined) mentions.set(mention, (a = mentionOf(mention)));
    if (b === undefined) read.set(name, (b = nameOf(name)));
    return isMeant(a, b);
  };
  return {
    means,
    mentionedIn: (text) => mentionedIn(text, papers, means),
    known(mention) {
      const known = answers.get(mention) ?? (/\p{Lu}/u.test(mention) && papers.some((name) => means(mention, name)));
      answers.set(mention, known);
      return known;
    },
  };
}

/** "Sportblatt", "Dykewatch": what it ends in makes it a publication's name. */
const COMPOUND =
  /^\p{L}{3,}(?:blatt|blad|bladet|post|posten|avis|avisen|zeitung|kurier|watch|wire|news|cast|line|press|24|net|bote|anzeiger|nytt|tidende)$/u;
const CARRYING = /^(?:station|line|agency|service|group|team|network|office|trade|party|union|bureau)$/;
const isHouse = (word: string): boolean => kindOfHouse(word, false) !== null;
const RUN = /\p{Lu}[\p{L}\p{N}'’-]*(?:\s+(?:(?:&|of|and|the)\s+)?[\p{Lu}\p{N}][\p{L}\p{N}'’-]*)*/gu;
const DAY =
  /^(?:The|On|In|At|As|But|And|By|For|According|January|February|March|April|May|June|July|August|September|October|November|December|\w+day)$/;

function mentionedIn(
  text: string,
  names: readonly string[],
  means: (mention: string, name: string) => boolean,
): readonly string[] {
  const found: string[] = [];
  for (const [run] of text.slice(0, 1500).matchAll(RUN)) {
    const words = run.replace(/['’]s$/, "").split(/\s+/);
    while (words.length > 0 && DAY.test(words[0] as string)) words.shift();
    while (words.length > 1 && DAY.test(words.at(-1) as string)) words.pop();
    for (let from = 0; from < words.length; from += 1) {
      const mention = words.slice(from, from + 6).join(" ");
      const name = names.find((one) => means(mention, one) && isSure(mention, one, from === 0));
      if (name === undefined) continue;
      found.push(mention);
      break;
    }
  }
  return found;
}

/** A single word tells of a publication only where it can hardly be a place's. */
function isSure(mention: string, name: string, whole: boolean): boolean {
  if (publicationKey(mention) === publicationKey(name)) return true;
  const [said, words] = [publicationKey(mention).split(" "), publicationKey(name).split(" ")];
  // "Sabel Valley" is no short form of the Sabel Valley Voice.
  if (words.some((word) => PUBLICATIONS.test(word)) && !said.some((word) => PUBLICATIONS.test(word))) return false;
  if (said.length > 1) return true;
  if (!whole) return false;
  return (
    /^\p{Lu}{2,6}$/u.test(mention) ||
    PUBLICATIONS.test(mention.toLowerCase()) ||
    looksLikeAgency(name) ||
    /\bnews (?:service|agency)\b/i.test(name)
  );
}

function mentionOf(mention: string): Mention {
  const bare = mention.trim();
  // The name itself begins with a capital, whatever stands before it.
  const capitals = bare.match(/\p{Lu}[\p{L}\p{N}'’-]*|(?<=\s)\d+/gu) ?? [];
  // "the defence ministry in Oster" is not Oster Today.
  const before = bare.slice(0, Math.max(0, bare.search(/(?!^)(?<=\s)\p{Lu}/u)));
  const office = (before.match(/(?<=^|\s)\p{Ll}[\p{L}-]+/gu) ?? []).some(
    (word) => !CARRYING.test(word) && isHouse(word),
  );
  if (
    office &&
    !/\b(?:blog|station|paper|newspaper|portal|magazine|website|site|journal|weekly|daily|broadcaster|channel|newsletter)\b/.test(
      before,
    )
  )
    return { key: publicationKey(mention), said: [], initials: null };
  return {
    key: publicationKey(mention),
    said: tellingWords(publicationKey(capitals.join(" "))),
    // "HA", "the HA agency"
    initials: capitals.length === 1 && /^\p{Lu}{2,5}$/u.test(capitals[0]) ? capitals[0] : null,
  };
}

function nameOf(name: string): Name {
  const key = publicationKey(name);
  const [before, after] = key.split(" of ");
  const head = after === undefined ? [] : tellingWords(before ?? "");
  return {
    key,
    telling: tellingWords(key),
    head,
    initials: initialsOf(name),
    short: name.match(/\b\p{Lu}{2,5}\b/gu) ?? [],
  };
}

function isMeant({ key, said, initials }: Mention, name: Name): boolean {
  if (key === "" || name.key === "") return false;
  if (key === name.key) return true;
  if (initials !== null) return name.initials === initials || name.short.includes(initials);
  if (said.length === 0 || said[0] === "" || !said.every((word) => name.telling.includes(word))) return false;
  return (
    said.length === name.telling.length ||
    said.length > 1 ||
    PUBLICATIONS.test(said[0] as string) ||
    (name.head.length > 0 && said.join(" ") === name.head.join(" ")) ||
    (COMPOUND.test(said[0] as string) && said[0] === name.telling[0])
  );
}

function initialsOf(name: string): string {
  return name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word) && !/^(?:The|Of)$/.test(word))
    .map((word) => word.charAt(0))
    .join("");
}
