import { TocsinError } from "../model/error.ts";
import type { Notice } from "../model/notice.ts";
import type { NoticeId } from "../model/id.ts";
import type { History } from "../model/history.ts";
import { fullLink, say } from "../publish/locale.ts";
import { paths } from "../publish/paths.ts";
import type { LetterBody, LetterContext } from "./compose.ts";
import { plain } from "./letter-edition.ts";

/** An urgent notice: its words first, then until when, then what it takes the place of. Throws NOT_FOUND. */
export function noticeLetter({ history, locale }: LetterContext, id: NoticeId): LetterBody {
  const dated = history.notices.get(id);
  if (dated === undefined) throw new TocsinError("NOT_FOUND", `There is no notice ${id}.`);
  const { value, time } = dated;
  const { messages, dates } = locale;
  const before = value.replaces === null ? undefined : history.notices.get(value.replaces)?.value;
  const headline = before === undefined ? "" : say(locale, before.headline).text;
  const about = value.ends ? "letter.notice.ends" : "letter.notice.replaces";
  const text = say(locale, value.text).text;
  const note = [
    value.ends ? "" : messages.t("letter.notice.until", { moment: dates.moment(value.expires) }),
    say(locale, value.area).text,
  ];
  return {
    kind: "notice",
    title: say(locale, value.headline).text,
    lead: text,
    parts: [
      { heading: "", items: [{ ...plain(text), note: note.filter((one) => one !== "").join(" · ") }] },
      ...(before === undefined ? [] : [{ heading: "", items: [plain(messages.t(about, { headline }))] }]),
    ],
    url: `${fullLink(locale, paths.notices(locale.lang))}#${id}`,
    at: time,
    thread: `notice-${firstOf(history, value).id}`,
    expires: value.ends ? null : value.expires,
  };
}

/** The notice with which a row of replacements began. */
function firstOf(history: History, notice: Notice): Notice {
  let first = notice;
  for (let steps = history.notices.size; steps > 0 && first.replaces !== null; steps -= 1)
    first = history.notices.get(first.replaces)?.value ?? { ...first, replaces: null };
  return first;
}
