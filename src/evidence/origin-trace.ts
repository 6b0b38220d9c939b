import type { Figure } from "../model/figure.ts";
import type { Instant } from "../model/time.ts";
import { actorIn } from "./origin-actor.ts";
import { citedIn } from "./origin-credits.ts";
import { houseAsSpeaker, speakerOf } from "./origin-speaker.ts";
import type { Institution } from "./institution.ts";
import { isAgencies, isNamelessPublication, looksLikePublication, ownInstitution } from "./publication-name.ts";
import type { Publications } from "./publication-name.ts";
import { DOCUMENTS } from "./source-key.ts";
import type { SourceKey } from "./source-key.ts";
import { LEADING, OFFICES } from "./source-words.ts";

/** What is looked at to see where an item comes from. A claim candidate is one. */
export interface OriginItem {
  readonly report: string;
  /** The content, or the sentence of a figure. */
  readonly text?: string;
  /** The whole sentence, with source and cue. */
  readonly sentence?: string;
  readonly figureValue?: Figure | null;
  readonly sourceName: string | null;
  /** The source as printed, with office; used for the label. */
  readonly sourceText?: string | null;
  /** Outermost first. */
  readonly carriers: readonly string[];
  readonly publisher: string;
  readonly publisherName: string;
  readonly ownerGroup: string;
  readonly publishedAt?: Instant | null;
  readonly byline?: string;
  readonly reportTitle?: string;
  readonly reportText: string;
}

/** What an item itself says of where it comes from. */
export interface Trace {
  /** Named person, office or document; null where it names none. */
  readonly source: SourceKey | null;
  /** What the source tells of an institution; null where there is no source. */
  readonly house: Institution | null;
  /** The source tells what it saw or did itself. */
  readonly eye: boolean;
  /** As printed, for the label. */
  readonly printed: string;
  /** Publications that it came through or from, the innermost first, as printed; never its own publisher. */
  readonly cited: readonly string[];
  /** Cites a publication, agencies, or the owner's other papers without a name. */
  readonly nameless: "media" | "agencies" | "sister" | null;
  /** "officials say", "official results". */
  readonly official: boolean;
  /** The reporter was there, or counted: "I saw", "by my own count". */
  readonly witnessed: boolean;
  /** Told to its own publisher: first hand. */
  readonly told: boolean;
}

/** The time that a live report puts before each of its entries. */
const CLOCK = /^\d{1,2}[:.]\d\d(?: ?[ap]m)?\s+(?=\p{Lu})/u;
/** "Kor Waterworks 200 people": a source ends where a count begins. */
const COUNTED_AFTER = /(?<=\p{L}{2}) \p{Nd}[\p{Nd}.,]* \p{Ll}.*$/u;
const OWN =
  /^(?:this|our) (?:newspaper|paper|station|programme|program|website|magazine|channel|broadcaster|reporter|correspondent|article|report|story)$|^(?:me|us)$|\b(?:earlier|previous|original|first) (?:version|report|article|story|edition)\b|^the \p{Ll}+ (?:paragraph|sentence|line|headline|caption)$/iu;
/** "In our report of noon", "as we wrote": the paper speaks of what it had. */
const OWN_WORD =
  /\b(?:our|this (?:newspaper|paper|agency|station)['’]s) (?:\p{Ll}+ ){0,2}(?:reports?|story|article|dispatch|bulletin|edition|issue|item)\b|\bas we (?:\p{Ll}+ )?(?:wrote|reported|said|printed|broadcast)\b/u;
/** "told the paper": its own where somebody with a name told it, else one that was named before. */
const THE_PAPER = /^the (?:newspaper|paper|station|programme|program|website|magazine|channel|broadcaster|reporter)$/i;
const TOLD =
  /\b(?:told|tells|repeated to|said to|speaking to|interview with|confirmed to)\s+((?:this|our|the|an?)\s+(?:[\p{L}'’-]+\s+){0,2}[\p{L}'’-]+|(?:\p{Lu}[\p{L}\p{N}'’-]*\s?){1,4}|me\b|us\b)/gu;
const QUOTED = /“[^”]*”|"[^"]*"|‘[^’]{12,}’/g;
const DID =
  "saw|seen|counted|walked|watched|heard|visited|measured|found|met|stood|drove|went|stepped|felt|smelt|smelled|pulled|dug|carried|climbed|brought|pushed|held|looked|lifted|rode|ran|swam|noticed|asked|laid";
const NARRATED = new RegExp(
  String.raw`\bI\b(?!['’])|\bI['’](?:m|ve|d)\b|\b(?:my|our) own (?:count|eyes|tally)\b|\b[Ww]e(?:['’]ve)? (?:\p{Ll}+ ){0,2}?(?:${DID})\b|\bin front of (?:me|us)\b|\b(?:this|our|this newspaper['’]s) (?:\p{Ll}+ )?(?:correspondent|reporter|photographer|crew|team)s?\b`,
  "u",
);
/** "a Lantern reporter saw", "seen by a photographer for the agency": somebody of a publication was there. */
const STAFF = /\b(?:reporter|correspondent|photographer|journalist)s? (?:for|of|from|with) (?:the )?$/i;
const DOING = new RegExp(String.raw`\b(?:${DID})\b`, "u");
const MATTER =
  /^(?:the |new |total )*(?:cases|deaths|casualties|losses|cumulative cases|infections|claims|applications|arrests|reports of \p{Ll}+)$/iu;
const THINGS =
  /^\p{Nd}[\p{Nd}.,]* (?!people|persons|men|women|children|residents|officials|witnesses|experts)\p{Ll}*(?<!er|or|ist|ian|ant|ent)s$/u;
/** What somebody knew or meant is told by another. */
const MENTAL =
  /^,?\s*(?:\p{Ll}+\s+){0,2}?(?:learnt|learned|knew|knows|was told|were told|was warned|was aware|is aware|had been (?:told|warned|informed)|plans?|planned|wants?|wanted|intends?|intended|hopes?|hoped|fears?|feared|believe[sd]?|thinks?|thought|expects?|meant|is preparing|are preparing)\b/u;
const SELF = new RegExp(String.raw`\bI(?:['’]ve|['’]d)?\b (?:(?!never|not)\p{Ll}+ ){0,2}?(?:${DID}|am|was)\b`, "u");
const VAGUE = /^(?:it|they|he|she|we|i|who|his|her|their)$/i;
const OFFICIAL = /\b(?:officials?|authorities|official (?:results?|figures?|counts?|data|tally|toll))\b/i;
const AS_SAID =
  /\bas ((?:the )?(?:[\p{L}'’-]+ ){0,4}\p{Lu}[\p{L}'’-]+) (?:said|says|put it|told|announced|explained|warned|reported)\b/u;
const DISPUTED = /\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|disput(?:es?|ed)|contrary|contradict\w*|unlike|dismiss\w*)\b/i;

/** Reads one item. `publications`: those of all items that are looked at together. */
export function traceOf(item: OriginItem, publications: Publications): Trace {
  const sentence = (item.sentence ?? item.text ?? "").replace(CLOCK, "");
  const content = item.text ?? "";
  const own = (name: string): boolean =>
    OWN.test(name.trim()) || OWN_WORD.test(name) || (!isDocument(name) && publications.means(name, item.publisherName));
  const isPublication = (name: string): boolean =>
    (publications.known(name) && !isDocument(name)) || (looksLikePublication(name) && !isOfficeLike(name));
  const cited: string[] = [];
  let told = false;
  let nameless: Trace["nameless"] = null as Trace["nameless"];
  // "14:20 Police say": minutes of a live report are no number of police.
  const clock = CLOCK.test(item.sentence ?? "") ? /^\d\d /u : /^$/;
  let printed = (item.sourceText ?? item.sourceName ?? "").trim().replace(clock, "").replace(COUNTED_AFTER, "");
  let name = item.sourceName?.trim().replace(clock, "").replace(COUNTED_AFTER, "") ?? "";
  const cite = (to: string): boolean => {
    if (isNamelessPublication(to)) nameless = isAgencies(to) ? "agencies" : "media";
    else if (isPublication(to)) cited.unshift(to.trim());
    else return false;
    return true;
  };

  const inner = item.figureValue ? null : AS_SAID.exec(content);
  if (inner?.[1] !== undefined) printed = name = inner[1];
  for (const carrier of item.carriers) if (!own(carrier)) cite(carrier);
  for (const [, to = ""] of sentence.matchAll(TOLD)) {
    if (own(to) || (THE_PAPER.test(to.trim()) && /^\p{Lu}/u.test(name))) told = true;
    else cite(to);
  }
  if (name !== "" && (own(name) || own(printed) || (isPublication(printed) ? cite(printed) : cite(name))))
    printed = name = "";
  if (
    name !== "" &&
    (cited.length > 0 || item.carriers.length > 0 || /^(?:he|she)$/i.test(name) || citedIn(sentence).length > 0) &&
    isMental(sentence, printed)
  )
    printed = name = "";
  if (cited.length === 0 && nameless === null) nameless = namelessIn(sentence);
  // "…, she told the Post": the paper is all that is known.
  const hidden = VAGUE.test(name) && cited.length > 0;
  let speaker = hidden || printed === "" ? null : speakerOf(printed, name, sentence, content, item.reportText);
  if (speaker !== null && isThing(speaker.key, speaker.house, printed)) {
    const actor = actorIn(sentence);
    const other =
      actor === null || own(actor) || isPublication(actor)
        ? null
        : speakerOf(actor, actor, sentence, content, item.reportText);
    if (other !== null && !isThing(other.key, other.house, actor ?? ""))
      [speaker, printed, name] = [other, actor ?? "", actor ?? ""];
  }
  // "Cases notified to the ministry": what is counted tells nothing.
  if (speaker === null && (MATTER.test(printed) || THINGS.test(printed))) printed = name = "";
  const narrated = NARRATED.test(sentence.replaceAll(QUOTED, " "));
  const bare = speaker === null || (speaker.key.indefinite && !speaker.house.speaks);
  const named = bare ? publications.mentionedIn(sentence) : [];
  const staff = named.some((one) => own(one) && isStaff(sentence, one));
  const mentions = cited.length === 0 ? named.filter((one) => !own(one)) : [];
  const house = ownInstitution(item.publisherName);
  // What an institution publishes is its own word, whatever its sentences are about.
  if (
    house === null &&
    !OWN_WORD.test(sentence) &&
    speaker === null &&
    name === "" &&
    cited.length === 0 &&
    !nameless &&
    !narrated &&
    !staff
  ) {
    const actor = actorIn(sentence);
    const office = actor !== null && /(?:^|\s)\p{Ll}{4,}/u.test(actor);
    if (actor !== null && (mentions.length === 0 || office) && !own(actor) && !cite(actor)) {
      speaker = speakerOf(actor, actor, sentence, content, item.reportText);
      if (speaker !== null) printed = actor;
    }
  }
  if (cited.length === 0 && !DISPUTED.test(sentence)) {
    if (speaker === null || speaker.key.indefinite) cited.push(...mentions);
    if (cited.length === 0)
      for (const mention of citedIn(sentence)) if (!own(mention) && publications.known(mention)) cited.push(mention);
  }
  if (house !== null && speaker !== null && isThing(speaker.key, speaker.house, printed)) {
    speaker = null;
    printed = "";
  }
  const self = speaker === null && cited.length === 0 && nameless === null ? house : null;
  if (self !== null && (printed === "" || VAGUE.test(printed))) {
    speaker = houseAsSpeaker(self);
    printed = item.publisherName;
  }
  return {
    source: speaker?.key ?? null,
    house: speaker?.house ?? null,
    eye: speaker !== null && SELF.test(content),
    printed,
    cited: cited.filter((c, i) => cited.indexOf(c) === i),
    nameless,
    official: OFFICIAL.test(printed) || (speaker === null && cited.length === 0 && OFFICIAL.test(sentence)),
    witnessed: (narrated && (speaker === null || told) && self === null) || staff,
    told,
  };
}

/** "the caverns", "tests": nothing in the words says that somebody speaks. */
function isThing(key: SourceKey, house: Institution, printed: string): boolean {
  return (
    key.kind === "office" &&
    house.houses.size + house.titles.size + house.acronyms.size === 0 &&
    !house.speaks &&
    !/\p{Lu}/u.test(printed.slice(1)) &&
    !/(?:er|or|ist|ant|ent|man|men|woman|women|ian)s?$/.test(printed)
  );
}

function isMental(sentence: string, printed: string): boolean {
  const at = printed === "" ? -1 : sentence.indexOf(printed);
  return at !== -1 && MENTAL.test(sentence.slice(at + printed.length, at + printed.length + 60));
}

/** "a memo seen by the Lantern" is no publication. */
const isDocument = (name: string): boolean =>
  DOCUMENTS.test(name) &&
  /^(?:an?|the|its|his|her|their)?\s?\p{Ll}/iu.test(name) &&
  / (?:seen|obtained|viewed|published|read|reviewed|leaked|passed|by|from|of|in) /.test(name);

const REPORTED =
  /\b((?:media|newspapers|papers|(?:gossip )?columns|columnists|news sites|websites|broadcasters|(?:news )?agencies|wire services|wires)) (?:have |had )?(?:report|say|said|reported|writes?|wrote)\b|\b(?:according to|as) (?:\p{Ll}+ )?(?:media|press|newspaper|agency|agencies|news) reports?\b|\breports (?:say|said|speak|suggest)\b/iu;
const SISTER = /\b(?:sister|partner) (?:paper|newspaper|title|station|site|magazine|publication)\b/i;

/** A publication without a name that a sentence goes back to. */
function namelessIn(sentence: string): Trace["nameless"] {
  if (SISTER.test(sentence)) return "sister";
  const found = REPORTED.exec(sentence);
  return found === null ? null : /agenc|wire/i.test(found[0]) ? "agencies" : "media";
}

/** "a Lantern reporter at the scene counted": of the house itself. */
function isStaff(sentence: string, name: string): boolean {
  const at = sentence.indexOf(name);
  const before = sentence.slice(Math.max(0, at - 30), at);
  const after = sentence.slice(at + name.length, at + name.length + 30);
  return (
    DOING.test(sentence) &&
    (/^(?:['’]s)? (?:\p{Ll}+ )?(?:reporter|correspondent|photographer)/u.test(after) || STAFF.test(before))
  );
}

const isOfficeLike = (name: string): boolean => {
  const last = name.toLowerCase().split(/\s+/).at(-1) ?? "";
  return LEADING.has(last) || OFFICES.has(last);
};
