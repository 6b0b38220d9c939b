import type { ClaimCandidate } from "./claims.ts";
import { aroundOf } from "./figure-around.ts";

/** Who gives, by names alone: an office says nothing, every country has a minister. */
export interface Giver {
  /** Names in the subject of the giving: "Norrland will give"; empty for "it", "the government". */
  readonly subject: ReadonlySet<string>;
  /** What kind of giver the subject is, in its own words: "provincial council"; empty for a state and for nobody. */
  readonly body: ReadonlySet<string>;
  /** The subject is a state or who leads one. */
  readonly state: boolean;
  /** "Parliament", "council": the words for the body or office. */
  readonly offices: ReadonlySet<string>;
  /** Those names, and those of whoever announces it. */
  readonly names: ReadonlySet<string>;
  /** As printed; empty where only a pronoun stands there. */
  readonly printed: string;
}

const NO_NAMES = new Set(
  (
    "the a an he she it they we you i his her its their our this that these those in on at by of for from to and but as after when while with under over if so now " +
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december " +
    "prime foreign minister president chancellor mayor governor secretary director chairman chairwoman chair chief ambassador envoy spokesman spokeswoman spokesperson king queen prince princess " +
    "mr mrs ms dr professor prof sir lady government ministry cabinet council state republic kingdom fund foundation bank agency office another twelve one two three four five six seven eight nine ten some about more"
  ).split(" "),
);
/** Words of giving and promising money. */
export const GIVES =
  /\b(?:pledg(?:es?|ed|ing)|promis(?:es?|ed|ing)|donat(?:es?|ed|ing)|g[ai]ve[sn]?|giving|lend(?:s|ing)?|lent|spend(?:s|ing)?|spent|pay(?:s|ing)?|paid|put(?:s|ting)?|set(?:s|ting)? aside|commit(?:s|ted|ting)?|announc(?:es?|ed|ing)|unveil(?:s|ed|ing)?|offer(?:s|ed|ing)?|provid(?:es?|ed|ing)|grant(?:s|ed|ing)?|allocat(?:es?|ed|ing)|earmark(?:s|ed|ing)?|hand(?:s|ed|ing)?|contribut(?:es?|ed|ing)|approv(?:es?|ed|ing)|releas(?:es?|ed|ing)|sign(?:s|ed|ing)?|mak(?:es?|ing)|made|stand(?:s|ing)? by|stood by|confirm(?:s|ed|ing)?|dedicat(?:es?|ed|ing)|devot(?:es?|ed|ing)|assign(?:s|ed|ing)?|rais(?:es?|ed|ing)|collect(?:s|ed|ing)?|invest(?:s|ed|ing)?|fund(?:s|ed|ing)|financ(?:es?|ed|ing)|transfer(?:s|red|ring)?|add(?:s|ed|ing)?|chip(?:s|ped|ping)? in|bequeath\w*|repeat(?:s|ed|ing)?|renew(?:s|ed|ing)?|award(?:s|ed|ing)?|channel\w*|pump\w*|pour\w*|vot(?:es?|ed|ing)|send(?:s|ing)?|sent)\b/i;
/** "The town's clinic is to get ten million from …": the subject takes. */
const TAKES =
  /\b(?:(?:is|are|was|were) to (?:get|receive|have)|will (?:get|receive|have)|would (?:get|receive)|receiv(?:es?|ed|ing)|gets?|got|benefits?|been (?:given|granted|promised|awarded|offered)|(?:was|were|is|are) (?:given|granted|promised|awarded|offered))\b[^.;]{0,40}$/i;
const GIVEN_BY = /\b(?:from|by)\s+((?:[\p{L}'’-]+\s+){0,6}?(?:\p{Lu}[\p{L}\p{M}'’&-]*\s*){1,5})/u;
const BORDER = /[,;:—–()“”"]|\s(?:that|and|but|while|because|when|if|as)\s/giu;

/** Who gives the sum that stands in the item's sentence as `printed`. */
export function giverOf(item: ClaimCandidate, printed: string): Giver {
  const sentence = item.sentence ?? item.text;
  const around = aroundOf(sentence, printed);
  const before = around.start === -1 ? sentence : around.before;
  const takes = TAKES.test(before);
  const by = takes || !GIVES.test(before) ? givenBy(around.after.slice(0, 160)) : "";
  const clause = takes ? "" : clauseBefore(before);
  const subject = namesIn(`${clause} ${by}`);
  const source = namesIn(`${item.sourceText ?? ""} ${item.sourceName ?? ""}`);
  const words = [...`${subjectPhrase(clause)} ${by}`.toLowerCase().matchAll(/[\p{L}]{3,}/gu)].map(([word]) => word);
  const state = words.some((word) => STATE.has(word));
  const body = new Set(state ? [] : words.filter((word) => BODIES.has(word)));
  const printedBy = by.trim() === "" ? subjectWords(clause) : by.trim();
  return {
    subject,
    body,
    state,
    offices: new Set(words.filter((word) => STATE.has(word) || BODIES.has(word))),
    names: new Set([...subject, ...source]),
    printed: subject.size > 0 || body.size > 0 || state ? printedBy : "",
  };
}

const STATE = new Set(
  "government state president minister ministry cabinet chancellor country republic kingdom treasury parliament nation premier".split(
    " ",
  ),
);
const BODIES = new Set(
  "council bank club trust fund foundation union company firm church charity association society authority agency board committee hospital university county city town village region province district brewery brewer heir school port mosque parish guild cooperative insurer league".split(
    " ",
  ),
);

/** The subject without what is said of it. */
const subjectPhrase = (clause: string): string => clause.trim().split(/\s+/, 9).join(" ");

/** The last clause before the sum that has a verb of giving, up to that verb. */
function clauseBefore(before: string): string {
  const clauses = before.split(BORDER);
  for (let i = clauses.length - 1; i >= 0; i -= 1) {
    const clause = clauses[i] ?? "";
    const verb = GIVES.exec(clause);
    if (verb === null) continue;
    const own = clause.slice(0, verb.index);
    // "The Mutual Bank, a private lender, is putting up": the subject stands before the apposition.
    return i > 1 && /^\s*(?:(?:has|have|had|is|are|was|were|will|would|is to|are to|also|now)\s+)*$/i.test(own)
      ? `${clauses[i - 2] ?? ""} ${clauses[i - 1] ?? ""}`
      : own;
  }
  // "The Fund's thirty million shillings will go …"
  const last = clauses.at(-1) ?? "";
  if (/['’]s?\s*$/.test(last)) return last;
  // Some other verb: the names that the sentence begins with.
  return clauses.length === 1
    ? (/^\s*(?:(?:[Tt]he|[Aa]n?)\s+)?(?:\p{Lu}[\p{L}\p{M}’'-]*\s+)+/u.exec(last)?.[0] ?? "")
    : "";
}

/** "… from the trust", "… that the brewer has donated". */
function givenBy(after: string): string {
  const relative = /^,?[^,.;]{0,40}?\b(?:that|which)\s+([^,.;]{3,80})/.exec(after)?.[1] ?? "";
  const verb = GIVES.exec(relative);
  return verb === null ? (GIVEN_BY.exec(after)?.[1] ?? "") : relative.slice(0, verb.index);
}

const subjectWords = (clause: string): string =>
  clause
    .trim()
    .replace(/['’]s?$/, "")
    .replace(/^(?:and|but|that)\s+/i, "");

/** Lower-case names of a text, without offices and forms of address. */
export function namesIn(text: string): Set<string> {
  const names = new Set<string>();
  for (const [word] of text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}-]+/gu)) {
    const lower = word.toLowerCase();
    if (!NO_NAMES.has(lower)) names.add(lower);
  }
  return names;
}
