import { TocsinError } from "../model/error.ts";
import type { CorrectionId } from "../model/id.ts";
import { fullLink, say } from "../publish/locale.ts";
import { paths } from "../publish/paths.ts";
import { statementNumber } from "../publish/parts/statement.ts";
import type { LetterBody, LetterContext } from "./compose.ts";
import { plain } from "./letter-edition.ts";
import type { LetterItem } from "./letter.ts";

/** What we wrote, what is right, and why. Throws NOT_FOUND. */
export function correctionLetter({ history, locale, why }: LetterContext, id: CorrectionId): LetterBody {
  const dated = history.corrections.get(id);
  if (dated === undefined) throw new TocsinError("NOT_FOUND", `There is no correction ${id}.`);
  const { value, time } = dated;
  const { messages, dates } = locale;
  const name = messages.t("statement.name", { number: statementNumber(value.statement) });
  const labelled = (label: string, text: string): LetterItem => ({ ...plain(text), label });
  const right = value.right === null ? null : say(locale, value.right.text).text;
  const reason = say(locale, value.reason).text;
  const items = [
    ...(right === null
      ? [plain(messages.t("correction.gone"))]
      : [labelled(messages.t(value.kind === "update" ? "correction.now" : "correction.right"), right)]),
    labelled(messages.t("correction.wrote"), say(locale, value.wrong).text),
    ...(reason === "" ? [] : [labelled(messages.t("correction.why"), reason)]),
  ];
  const got = why === "got-original" && value.kind !== "update";
  const opening = got ? [plain(messages.t(right === null ? "letter.correction.gone" : "letter.correction.got"))] : [];
  return {
    kind: value.kind === "withdrawal" ? "withdrawal" : "correction",
    title: messages.t(`letter.correction.title.${value.kind}`, { statement: name }),
    lead: right ?? messages.t("correction.gone"),
    parts: [
      { heading: "", items: opening },
      { heading: messages.t(`correction.${value.kind}.at`, { moment: dates.moment(time) }), items },
    ].filter((part) => part.items.length > 0),
    url: `${fullLink(locale, paths.corrections(locale.lang))}#${id}`,
    at: time,
    thread: value.statement,
    expires: null,
  };
}
