import type { Figure } from "../model/figure.ts";
import type { Instant } from "../model/time.ts";
import { actorIn, subjectOf } from "./origin-actor.ts";
import { citedIn } from "./origin-credits.ts";
import { isNamelessPublication, looksLikePublication } from "./publication-name.ts";
import type { Publications } from "./publication-name.ts";
import { sourceKeyOf } from "./source-key.ts";
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
  /** As printed, for the label. */
  readonly printed: string;
  /** Publications that it came through or from, the innermost first, as printed; never its own publisher. */
  readonly cited: readonly string[];
  /** Cites a publication without its name. */
  readonly citesNameless: boolean;
  /** "officials say", "official results". */
  readonly official: boolean;
  /** The reporter was there, or counted: "I saw", "by my own count". */
  readonly witnessed: boolean;
  /** Told to its own publisher: first hand. */
  readonly told: boolean;
}

const OWN =
  /^(?:this|our|the) (?:newspaper|paper|station|programme|program|website|magazine|channel|broadcaster|reporter|correspondent)$|^(?:me|us)$/i;
const TOLD =
  /\b(?:told|tells|repeated to|said to|speaking to|interview with|confirmed to)\s+((?:this|our|the|an?)\s+(?:[\p{L}'’-]+\s+){0,2}[\p{L}'’-]+|(?:\p{Lu}[\p{L}\p{N}'’-]*\s?){1,4}|me\b|us\b)/gu;
const SEEN =
  /\b(?:I|we) (?:myself )?(?:saw|counted|walked|watched|heard|visited|measured|found|met|stood|drove|went)\b|\b(?:my|our) own (?:count|eyes|tally|correspondent|reporter|photographer)\b|\b(?:our|this newspaper's|this newspaper’s) (?:correspondent|reporter|photographer)s? (?:saw|counted|watched|heard|found)\b/i;
const PRONOUN = /^(?:it|they|he|she|we|i|who)$/i;
const OFFICIAL = /\b(?:officials?|authorities|official (?:results?|figures?|counts?|data|tally|toll))\b/i;
const AS_SAID =
  /\bas ((?:the )?(?:[\p{L}'’-]+ ){0,4}\p{Lu}[\p{L}'’-]+) (?:said|says|put it|told|announced|explained|warned|reported)\b/u;

/** Reads one item. `publications`: those of all items that are looked at together. */
export function traceOf(item: OriginItem, publications: Publications): Trace {
  const sentence = item.sentence ?? item.text ?? "";
  const content = item.text ?? "";
  const own = (name: string): boolean => OWN.test(name.trim()) || publications.means(name, item.publisherName);
  const isPublication = (name: string): boolean =>
    publications.known(name) || (looksLikePublication(name) && !isOfficeLike(name));
  const cited: string[] = [];
  let told = false;
  let citesNameless = false;
  let printed = (item.sourceText ?? item.sourceName ?? "").trim();
  let name = item.sourceName?.trim() ?? "";

  const inner = item.figureValue ? null : AS_SAID.exec(content);
  if (inner?.[1] !== undefined) printed = name = inner[1];
  for (const carrier of item.carriers) {
    if (own(carrier)) continue;
    if (isNamelessPublication(carrier)) citesNameless = true;
    else if (isPublication(carrier)) cited.unshift(carrier);
  }
  for (const [, to = ""] of sentence.matchAll(TOLD)) {
    if (own(to)) told = true;
    else if (isNamelessPublication(to)) citesNameless = true;
    else if (isPublication(to)) cited.unshift(to.trim());
  }
  if (name !== "") {
    if (own(name)) printed = name = "";
    else if (isPublication(printed) || isPublication(name)) {
      cited.unshift(isPublication(printed) ? printed : name);
      printed = name = "";
    } else if (isNamelessPublication(name)) {
      citesNameless = true;
      printed = name = "";
    }
  }
  const vague = PRONOUN.test(name);
  let source = vague && cited.length > 0 ? null : keyFrom(printed, name, sentence, content);
  if (source === null && cited.length === 0)
    for (const mention of citedIn(sentence)) if (!own(mention) && publications.known(mention)) cited.push(mention);
  if (source === null && name === "" && cited.length === 0 && !citesNameless) {
    const actor = actorIn(sentence);
    if (actor !== null && !own(actor)) {
      if (isPublication(actor)) cited.push(actor);
      else {
        source = keyFrom(actor, actor, sentence, content);
        if (source !== null) printed = actor;
      }
    }
  }
  return {
    source,
    printed,
    cited: cited.filter((c, i) => cited.indexOf(c) === i),
    citesNameless,
    official: OFFICIAL.test(printed) || (source === null && cited.length === 0 && OFFICIAL.test(sentence)),
    witnessed: SEEN.test(sentence),
    told,
  };
}

const isOfficeLike = (name: string): boolean => {
  const last = name.toLowerCase().split(/\s+/).at(-1) ?? "";
  return LEADING.has(last) || OFFICES.has(last);
};

/** The key of a source; null for nobody in particular. A pronoun or "its director" is read with the sentence's subject. */
function keyFrom(printed: string, name: string, sentence: string, content: string): SourceKey | null {
  if (printed === "") return null;
  const pronoun = PRONOUN.test(name);
  const subject = subjectOf(content) ?? subjectOf(sentence);
  if (pronoun) {
    if (!/^(?:it|they)$/i.test(name) || subject === null) return null;
    const key = sourceKeyOf(subject);
    return key.kind === "office" ? key : null;
  }
  const key = sourceKeyOf(printed, name);
  if (key.kind === "unnamed") return null;
  if (/^(?:its|their)\s/i.test(printed) && subject !== null) {
    const whose = sourceKeyOf(subject);
    return { ...key, roles: new Set([...key.roles, ...whose.roles, ...whose.name.map((w) => w.slice(0, 6))]) };
  }
  // "the head nurse of the mission hospital …, Sister Blaise Otoo": the name stands further on in the sentence.
  if (key.kind === "office" && !key.indefinite) {
    const at = sentence.indexOf(printed);
    const rest = at === -1 ? "" : sentence.slice(at + printed.length);
    const later = /^(?:, (?:who|which|that)[^,.“”"]{3,80})?, ((?:\p{Lu}[\p{L}.'’-]+ ?){2,4})(?=[,.;]|$)/u.exec(
      rest,
    )?.[1];
    const named = later === undefined ? null : sourceKeyOf(later.trim());
    if (named !== null && named.name.length > 0) return { ...key, kind: "person", name: named.name };
  }
  return key;
}
