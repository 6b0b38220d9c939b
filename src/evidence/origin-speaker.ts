import { institutionOf, mergedInstitution } from "./institution.ts";
import type { Institution } from "./institution.ts";
import { subjectOf } from "./origin-actor.ts";
import { fullerPhrase, lastActorIn, officeBeside, wholePhrase } from "./origin-lookup.ts";
import { DOCUMENTS, sourceKeyOf } from "./source-key.ts";
import type { SourceKey } from "./source-key.ts";

/** Who an item has its news from, and what is known of whom that is. */
export interface SpeakerRead {
  readonly key: SourceKey;
  readonly house: Institution;
}

/** "Eight people": counted, not heard. */
const COUNTED =
  /^(?:(?:about|some|around|nearly|over|at least|up to|more than) )?(?:\p{Nd}|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\p{L}+)?|dozens|hundreds|thousands)\b)|^year-olds?$/iu;

/** "figures published on Monday": whose, is not told. */
const NO_OWNER =
  /^(?:the |new |latest |fresh )*(?:figures|data|statistics|numbers|results|documents|papers)(?: (?:published|released|issued|out))?(?: (?:on )?\p{L}+day)?$/iu;

/**
 * Who a source as printed stands for, with all that its sentence and report tell of it; null for nobody in particular.
 * "its director" is read with what "its" means, a bare surname with the office that it has elsewhere in the report.
 */
export function speakerOf(
  as: string,
  name: string,
  sentence: string,
  content: string,
  reportText: string,
): SpeakerRead | null {
  if (/^(?:he|she)$/i.test(name)) return personMeant(sentence, content, reportText);
  if (/^(?:we|i|who|his|her|their)$/i.test(name)) return null;
  if (
    NO_OWNER.test(as) ||
    COUNTED.test(as) ||
    /^(?:(?:the|local|government|some) )*(?:authorities|officials|official sources)$/i.test(as)
  )
    return null;
  if (/^(?:it|they)$/i.test(name)) {
    const at = sentence.search(new RegExp(`\\b${name}\\b`, "i"));
    const subject = subjectOf(content) ?? subjectOf(sentence) ?? (at > 0 ? lastActorIn(sentence.slice(0, at)) : null);
    const key = subject === null ? null : sourceKeyOf(subject);
    return key?.kind === "office" ? { key, house: institutionOf(subject ?? "", key.name) } : null;
  }
  const whole = commonNoun(wholePhrase(withHead(as, sentence), sentence), sentence, reportText);
  const printed = CREWS.test(whole) ? whole.replace(CREWS, "the $1 service") : whole;
  let key = withName(sourceKeyOf(printed, name === as ? printed : name), printed, sentence);
  const owned = /^(?:its|their|his|her)\s/i.test(printed);
  if (key.kind === "unnamed" && owned) key = { ...key, kind: "office", indefinite: false };
  if (key.kind === "unnamed") {
    // "the state vets" are a service, "the farmers" are anybody.
    const { houses, marks } = institutionOf(printed, []);
    // "the ministry's experts" are the ministry's.
    const owned = houses.size > 0 && /\p{L}['’]s? /u.test(printed);
    if (!owned && (!/^the /i.test(printed) || marks.size < 2)) return null;
    key = { ...key, kind: "office", indefinite: false };
  }
  let house = key.kind === "document" ? authorIn(printed) : institutionOf(printed, key.name);
  if (name !== printed && name !== "" && key.kind !== "document")
    house = mergedInstitution(house, institutionOf(name, key.name));
  if (owned) {
    const whose = ownerOf(printed, sentence, content, reportText);
    if (
      whose !== null &&
      !(whose.key.name.length > 0 && key.name.length > 0 && whose.key.name.at(-1) === key.name.at(-1))
    )
      return {
        key: {
          ...key,
          roles: new Set([...key.roles, ...whose.key.roles, ...whose.key.name.map((w) => w.slice(0, 6))]),
        },
        house: mergedInstitution(house, whose.house),
      };
  }
  if (key.kind === "document") {
    const author = WRITTEN.exec(reportText)?.[1];
    if (author !== undefined) house = mergedInstitution(house, institutionOf(author, []));
  }
  if (key.kind === "office" && house.marks.size === 0 && !key.indefinite && /^(?:the )?[\p{L}-]+$/iu.test(printed)) {
    const fuller = fullerPhrase(reportText, printed.toLowerCase().replace(/^the /, ""));
    const full = fuller === null ? null : sourceKeyOf(fuller);
    if (full !== null && full.kind !== "unnamed") {
      house = mergedInstitution(house, institutionOf(fuller ?? "", full.name));
      if (full.name.length > 0 && house.titles.size > 0)
        key = { ...full, roles: new Set([...key.roles, ...full.roles]) };
    }
  }
  const firm = firmOf(key, house, content, sentence);
  if (firm !== null) house = mergedInstitution(house, firm);
  if (key.name.length > 0 && house.marks.size === 0 && house.houses.size === 0) {
    const office = officeBeside(reportText, key.name.at(-1) ?? "");
    if (office !== null) house = mergedInstitution(house, institutionOf(office, key.name));
  }
  return { key, house };
}

/** "The fire investigator found …, he told the paper", or whoever was last named in the sentences before. */
function personMeant(sentence: string, content: string, reportText: string): SpeakerRead | null {
  const read = (phrase: string | null): SpeakerRead | null => {
    const key = phrase === null ? null : sourceKeyOf(phrase);
    if (phrase === null || key === null || key.kind === "unnamed" || key.kind === "document") return null;
    const house = institutionOf(phrase, key.name);
    return house.titles.size > 0 || key.name.length > 1 ? { key, house } : null;
  };
  const subject = read(subjectOf(content)) ?? read(subjectOf(sentence));
  if (subject !== null && subject.house.titles.size > 0) return subject;
  const start = reportText.indexOf(sentence.slice(0, 80));
  if (start <= 0) return null;
  const before = reportText.slice(Math.max(0, start - 300), start);
  return read(subjectOf(lastSentence(before))) ?? read(lastActorIn(before));
}

const lastSentence = (text: string): string =>
  text
    .trimEnd()
    .split(/(?<=[.!?]["”’]?)\s+|\n+/)
    .at(-1) ?? "";

/** All of them together are the service. */
const CREWS = /^(?:the )?(fire|ambulance|lifeboat|rescue)(?:fighters|men| crews| teams)$/i;

const THE_NOUN = /^["“]?The (\p{Ll}{4,}) (?:has (?!been)|plans |wants |denied |intends |refuses )/u;

/** A publisher that is an institution: a ministry's notice is the ministry's word. */
export function houseAsSpeaker(name: string): SpeakerRead {
  const house = { ...institutionOf(name, []), speaks: true };
  const roles = new Set([...house.marks, ...house.nouns, ...house.titles]);
  return { key: { kind: "office", name: [], roles, speaks: true, indefinite: false }, house };
}

/** "Halden is to shut its yard, a spokesman said", "…, the airline said": whom the sentence is about speaks. */
function firmOf(key: SourceKey, house: Institution, content: string, sentence: string): Institution | null {
  const bare = [...house.marks].every((mark) => house.nouns.has(mark));
  const official = house.houses.size === 0 && house.speaks && (key.name.length === 0 || house.titles.size > 0);
  const company = [...house.houses].some((one) => one === "company" || one === "fund") && key.name.length === 0;
  if (!bare || !(official || company)) return null;
  // "The lodge has proof, secretary Haig said": a house that no list knows.
  const noun = house.titles.size > 0 ? THE_NOUN.exec(content)?.[1] : undefined;
  if (noun !== undefined) return institutionOf(noun, []);
  const subject = subjectOf(content) ?? subjectOf(sentence);
  if (subject === null || !/^(?:The )?(?:\p{Lu}[\p{L}'’-]+ ?){1,4}$/u.test(subject)) return null;
  const after = content.indexOf(subject) + subject.length;
  if (!/^ (?:is|are|have|has|will|had|plans|was|denied|wants|would)\b/.test(content.slice(after, after + 10)))
    return null;
  const own = institutionOf(subject, []);
  return own.houses.size === 0 || own.houses.has("company") || own.houses.has("fund") ? own : null;
}

/** Whose a document is, as its own words tell: "a report by the accident board". */
function authorIn(printed: string): Institution {
  const phrase = printed.replace(
    /\b(?:seen|obtained|viewed|published|leaked|reviewed|passed|read|held|in a dispatch)\b.*$/s,
    "",
  );
  const at = DOCUMENTS.exec(phrase);
  const after = at === null ? "" : phrase.slice(at.index + at[0].length);
  const owner = at === null ? "" : (/^(.*['’]s?) /.exec(phrase.slice(0, at.index))?.[1] ?? "");
  return institutionOf(/^ (?:by|of|from|at)\b/.test(after) ? after : owner, []);
}

/** Who a document in the report is by. */
const WRITTEN =
  /\b(?:written|drawn up|drafted|compiled|prepared|signed|issued) by ((?:the |an? )?(?:[\p{L}'’-]+ ){0,4}?[\p{L}'’-]+)(?= (?:on|in|after|the day|before|last|two|three)\b|[.,;])/u;

/** "the woman who runs the ministry": what is told of somebody without a name or an office. */
function withHead(as: string, sentence: string): string {
  if (!/^the (?:man|woman|person|one|doctor|officer|official|minister)$/i.test(as)) return as;
  const at = sentence.indexOf(as);
  const rest = at === -1 ? "" : sentence.slice(at + as.length);
  const charge =
    /^ (?:who (?:heads|runs|leads|chairs|manages|directs|owns|commands)|at the head of|in charge of) ([^,.;:“”"]{3,60})/.exec(
      rest,
    );
  return charge === null ? as : `the head of ${charge[1] ?? ""}`;
}

/** "Investigators found": a plural at the beginning of a sentence that is no name elsewhere in the report. */
function commonNoun(printed: string, sentence: string, reportText: string): string {
  if (!/^\p{Lu}\p{Ll}{3,}s$/u.test(printed) || !/^["“]?/.test(sentence)) return printed;
  if (
    !sentence.replace(/^["“]/, "").startsWith(printed) &&
    !/[.!?]["”]? $/.test(sentence.slice(0, sentence.indexOf(printed)))
  )
    return printed;
  const at = reportText.indexOf(` ${printed}`);
  return at > 0 && /[\p{Ll},]/u.test(reportText.charAt(at - 1)) ? printed : printed.toLowerCase();
}

/** "the head nurse of the mission hospital …, Sister Blaise Otoo": the name stands further on in the sentence. */
function withName(key: SourceKey, printed: string, sentence: string): SourceKey {
  if (key.kind !== "office" || key.indefinite) return key;
  const at = sentence.indexOf(printed);
  const rest = at === -1 ? "" : sentence.slice(at + printed.length);
  const later = /^(?:, (?:who|which|that)[^,.“”"]{3,80})?, ((?:\p{Lu}[\p{L}.'’-]+ ?){2,4})(?=[,.;]|$)/u.exec(rest)?.[1];
  const named = later === undefined ? null : sourceKeyOf(later.trim());
  return named !== null && named.name.length > 0 ? { ...key, kind: "person", name: named.name } : key;
}

/** "The retirement home alone has": what a sentence is about, though no list knows it for a house. */
const A_HOUSE =
  /^["“]?The ((?:\p{Ll}{3,} ){0,2}\p{Ll}{3,}) (?:alone |itself |also |now )?(?:has|have|had|is|was|will|plans|wants|lost|needs|takes) /u;

/** What "its" means: the sentence's subject, else whoever was named last before it. */
function ownerOf(printed: string, sentence: string, content: string, reportText: string): SpeakerRead | null {
  const at = sentence.indexOf(printed);
  const before = at > 0 ? sentence.slice(0, at) : "";
  const start = reportText.indexOf(sentence.slice(0, 80));
  const thing = /^(?:its|their)\s/i.test(printed);
  const noun = thing && before !== "" ? A_HOUSE.exec(before)?.[1] : undefined;
  for (const phrase of [
    subjectOf(before === "" ? content : before) ?? noun ?? null,
    lastActorIn(before),
    start > 0 ? lastActorIn(reportText.slice(Math.max(0, start - 300), start)) : null,
    subjectOf(content),
  ]) {
    if (phrase === null) continue;
    const house = institutionOf(phrase, []);
    // "Its" is no minister's.
    if (thing && house.titles.size > 0) continue;
    return { key: sourceKeyOf(phrase), house };
  }
  return null;
}
