import type { Dated, History } from "../../model/history.ts";
import type { NoticeId } from "../../model/id.ts";
import { noticeStates, type Notice, type NoticeState } from "../../model/notice.ts";
import type { Instant } from "../../model/time.ts";
import { html, nothing, type Html } from "../html.ts";
import { inline, langAttributes, say, time, type Locale } from "../locale.ts";
import { paths } from "../paths.ts";
import { page } from "./layout.ts";

/** All urgent notices, newest first, each with what became of it by `at`. */
export function noticesPage(locale: Locale, history: History, at: Instant): string {
  const { messages } = locale;
  const states = [...noticeStates(history, at).values()];
  const followers = new Map<NoticeId | null, Dated<Notice>>();
  for (const notice of history.notices.values()) followers.set(notice.value.replaces, notice);
  const items = states.toReversed().map(({ notice, state }) => {
    const before = notice.value.replaces === null ? undefined : history.notices.get(notice.value.replaces);
    return noticeItem(locale, notice, state, { before, after: followers.get(notice.value.id) });
  });
  return page(locale, {
    path: paths.notices,
    title: messages.t("nav.notices"),
    description: messages.t("notices.about"),
    // It says the same itself, in full.
    band: false,
    body: html`<h1>${messages.t("nav.notices")}</h1>
      <p class="lead">${messages.t("notices.about")}</p>
      ${
        items.length === 0
          ? html`<p class="empty">${messages.t("notices.none")}</p>`
          : html`<ol class="ledger" reversed>
              ${items}
            </ol>`
      }`,
  });
}

interface Row {
  readonly before: Dated<Notice> | undefined;
  readonly after: Dated<Notice> | undefined;
}

function noticeItem(locale: Locale, { value, time: at }: Dated<Notice>, state: NoticeState, row: Row): Html {
  const { messages, dates } = locale;
  const headline = say(locale, value.headline);
  const text = say(locale, value.text);
  const area = say(locale, value.area).text;
  return html`<li id="${value.id}" ${state === "standing" ? html` class="now"` : nothing}>
    <h2${langAttributes(locale, headline.lang)}>${headline.text}</h2>
    <p class="t"${langAttributes(locale, text.lang)}>${text.text}</p>
    <p>${stateLine(locale, value, state, row)}</p>
    <p class="q">
      ${messages.rich("notice.at", { moment: time(at, dates.moment(at)) })}${area === "" ? nothing : html` · ${inline(locale, value.area)}`}
    </p>
  </li>`;
}

/** Until when it holds, or what came after it; then what it came after. */
function stateLine(locale: Locale, value: Notice, state: NoticeState, { before, after }: Row): Html {
  const { messages, dates } = locale;
  const moment = time(value.expires, dates.moment(value.expires));
  const other = ({ value: { id, headline } }: Dated<Notice>): Html =>
    html`<a href="#${id}">${inline(locale, headline)}</a>`;
  const own =
    state === "standing"
      ? html`<b>${messages.rich("notice.until", { moment })}</b>`
      : state === "expired"
        ? messages.rich("notice.expired", { moment })
        : after === undefined || state === "end"
          ? nothing
          : messages.rich(`notice.${state}`, {
              moment: time(after.time, dates.moment(after.time)),
              notice: other(after),
            });
  const origin =
    before === undefined
      ? nothing
      : messages.rich(value.ends ? "notice.ends" : "notice.replaces", { notice: other(before) });
  return html`${own} ${origin}`;
}
