import type { History } from "../model/history.ts";
import type { CorrectionId, NoticeId } from "../model/id.ts";
import { directionOf } from "../model/language.ts";
import { TocsinError } from "../model/error.ts";
import { localeOf, say, type Locale } from "../publish/locale.ts";
import type { Dispatch, Variant } from "./dispatch.ts";
import type { Letter } from "./letter.ts";
import { correctionLetter } from "./letter-correction.ts";
import { digestLetter } from "./letter-digest.ts";
import { editionLetter } from "./letter-edition.ts";
import { noticeLetter } from "./letter-notice.ts";

/** What a letter says, before who sends it in which language is added. */
export type LetterBody = Omit<Letter, "lang" | "dir" | "office" | "entries">;

/** What a letter is made of. */
export interface LetterContext {
  readonly history: History;
  readonly locale: Locale;
  readonly variant: Variant;
  readonly why: Dispatch["why"];
}

/**
 * The letter that everybody of a variant gets: a pure function of the record. What was corrected since the dispatch
 * was planned is told as it stands now, so nothing known to be wrong goes out. Throws NOT_FOUND for entries that the
 * record does not have.
 */
export function composeLetter(history: History, variant: Variant, dispatch: Pick<Dispatch, "lane" | "why">): Letter {
  const { office } = history;
  if (office === null) throw new TocsinError("NOT_FOUND", "Nobody has said yet whose site this is.");
  const locale = localeOf(office, variant.lang, "");
  const context: LetterContext = { history, locale, variant, why: dispatch.why };
  const name = say(locale, office.name);
  return {
    ...bodyOf(context, dispatch.lane),
    lang: locale.messages.lang,
    dir: directionOf(locale.messages.lang),
    office: name.text,
    entries: variant.entries,
  };
}

function bodyOf(context: LetterContext, lane: Dispatch["lane"]): LetterBody {
  if (lane === "digest") return digestLetter(context);
  const entry = context.variant.entries.at(-1) ?? "";
  const [kind, id = ""] = entry.split(":");
  if (kind === "edition") return editionLetter(context, Number(id));
  if (kind === "correction") return correctionLetter(context, id as CorrectionId);
  if (kind === "notice") return noticeLetter(context, id as NoticeId);
  throw new TocsinError("NOT_FOUND", `Nothing is sent for the entry ${entry}.`);
}
