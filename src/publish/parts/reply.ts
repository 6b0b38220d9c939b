import type { Dated } from "../../model/history.ts";
import type { Lang } from "../../model/language.ts";
import type { ReplyRequest } from "../../model/reply.ts";
import { html, nothing, type Html } from "../html.ts";
import { inline, langAttributes, say, time, type Locale } from "../locale.ts";

/** Whom the office asked and what came of it, in one or two sentences. */
export function replyLine(locale: Locale, request: ReplyRequest, prefer?: Lang): Html {
  const { messages, dates } = locale;
  const answer = say(locale, request.answer, prefer);
  return html`<p class="rq">
    ${messages.rich(`reply.${request.outcome}`, {
      to: html`<bdi>${request.to}</bdi>`,
      asked: time(request.askedAt, dates.moment(request.askedAt)),
    })}${answer.text === "" ? nothing : html` <q${langAttributes(locale, answer.lang)}>${answer.text}</q>`}
  </p>`;
}

/** One request with its question, for the page of all requests. */
export function replyItem(locale: Locale, versions: readonly Dated<ReplyRequest>[]): Html {
  const newest = versions.at(-1)?.value;
  if (newest === undefined) return nothing;
  const { messages, dates } = locale;
  return html`<li id="${newest.id}">
    <h2><bdi>${newest.to}</bdi></h2>
    <p class="t">${inline(locale, newest.question)}</p>
    ${replyLine(locale, newest)}${
      newest.answeredAt === null
        ? nothing
        : html`<p class="q">
            ${messages.rich("reply.answeredAt", { moment: time(newest.answeredAt, dates.moment(newest.answeredAt)) })}
          </p>`
    }
  </li>`;
}
