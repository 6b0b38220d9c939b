import type { Reading } from "./sentences.ts";
import type { Token } from "./tokens.ts";

/** A name as it stands in the text: token indexes `[from, to)` and the name without titles before it. */
export interface NameMention {
  readonly from: number;
  readonly to: number;
  readonly full: string;
  readonly words: readonly string[];
  readonly kind: "person" | "publication" | "other";
}

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Offices and ranks that stand before a name and are no part of it. */
export const TITLES = set(
  "mr mrs ms miss dr prof professor sir lady lord dame king queen prince princess president vice vice-president prime premier minister chancellor secretary " +
    "foreign defence defense interior finance general gen major maj colonel col captain capt lieutenant lt sergeant sgt corporal cpl admiral adm commander cmdr brigadier brig marshal " +
    "chief chairman chairwoman chair director spokesman spokeswoman spokesperson senator sen representative rep reps sens gov governor mayor judge justice ambassador congressman congresswoman " +
    "deputy acting former ex minister's attorney inspector supt superintendent constable officer reverend rev father bishop archbishop cardinal pope sheikh imam rabbi ayatollah leader speaker " +
    "candidate republican democratic democrat democrats republicans us u.s uk u.n un eu russian ukrainian american british french german staff army navy police army's co-founder founder ceo",
);
const PUBLICATION_END =
  /^(?:times|telegraph|post|guardian|journal|news|herald|tribune|gazette|wire|press|reuters|afp|bbc|cnn|ap|tass|interfax|agency|courier|mail|sun|mirror|observer|chronicle|express|standard|independent|economist|spiegel|monde|figaro|bloomberg|politico|axios|nbc|abc|cbs|nprs?|pbs|aljazeera|jazeera|radio|tv|television|magazine|daily|weekly|today|star|globe|inquirer|dispatch|bulletin|record|examiner|sentinel|ledger|echo|voice|monitor|register|bild|welt|dw|unian|ukrinform|pravda|novosti|xinhua)$/;
const ORGANISATION =
  /^(?:ministry|department|party|council|committee|court|house|senate|congress|parliament|army|navy|force|forces|police|university|institute|association|union|bank|group|company|corporation|inc|ltd|agency|office|bureau|nations|commission|centre|center|federation|republic|states|kingdom|board|foundation|fund|society|service|district|county|city|province|region|river|street|nato|hospital|chiefs|airport|church|school|college|administration|government|campaign|district|front|movement|team|unit|division|brigade|regiment|command)$/;
const INSIDE = /^(?:de|del|della|der|den|van|von|da|di|du|la|le|el|al|bin|ibn|abu|ben|y|e)$/;

/** All names of a text in order. Linear. */
export function namesOf(reading: Reading): NameMention[] {
  const { tokens } = reading;
  const found: NameMention[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    if (!isNameWord(tokens, i)) continue;
    let to = i + 1;
    while (to < tokens.length && to < i + 12 && !(tokens[to] as Token).line) {
      if (isNameWord(tokens, to)) to += 1;
      else if (INSIDE.test((tokens[to] as Token).lower) && to + 1 < tokens.length && isNameWord(tokens, to + 1))
        to += 2;
      else break;
    }
    found.push(mentionOf(tokens, i, Math.min(to, tokens.length)));
    i = to - 1;
  }
  return found;
}

function isNameWord(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  return token.word && token.capital && token.tag === "name" && token.text.length < 40;
}

function mentionOf(tokens: readonly Token[], from: number, to: number): NameMention {
  let start = from;
  while (start < to - 1 && TITLES.has((tokens[start] as Token).lower.replace(/\.$/, ""))) start += 1;
  const words = tokens.slice(start, to).map((t) => t.text);
  const last = (tokens[to - 1] as Token).lower;
  const titled = start > from || (from > 0 && TITLES.has((tokens[from - 1] as Token).lower.replace(/\.$/, "")));
  const acronym = words.length === 1 && /^[A-Z]{2,6}$/.test(words[0] ?? "");
  const kind = TITLES.has(last.replace(/\.$/, ""))
    ? "other"
    : PUBLICATION_END.test(last)
      ? "publication"
      : words.some((w) => ORGANISATION.test(w.toLowerCase())) || acronym
        ? "other"
        : titled || (words.length >= 2 && words.length <= 5)
          ? "person"
          : "other";
  return { from, to, full: words.join(" "), words: words.map((w) => w.toLowerCase()), kind };
}
