import type { Dated, History } from "../../model/history.ts";
import type { Edition } from "../../model/edition.ts";
import type { EntryId } from "../../model/id.ts";
import type { Publisher } from "../../model/publisher.ts";
import { html, joined, nothing, safeHref, type Html } from "../html.ts";
import { inline, langAttributes, link, regionName, say, time, type Locale } from "../locale.ts";
import { correctionNotice } from "../parts/correction.ts";
import { reachLine } from "../parts/reach.ts";
import { reliabilities } from "../parts/reliabilities.ts";
import { replyItem } from "../parts/reply.ts";
import { statementNumber } from "../parts/statement.ts";
import { paths } from "../paths.ts";
import { page } from "./layout.ts";

/** All editions, newest first, by month. */
export function editionsPage(locale: Locale, history: History): string {
  const { messages, dates } = locale;
  const months = new Map<string, Edition[]>();
  for (const { value } of history.editions.toReversed()) {
    const month = dates.month(value.asOf);
    const known = months.get(month);
    if (known) known.push(value);
    else months.set(month, [value]);
  }
  const row = (edition: Edition) => {
    const first = edition.glance[0];
    const said = first === undefined ? null : say(locale, first);
    return html`<li>
      <a href="${link(locale, paths.edition(locale.lang, edition.number))}"
        >${messages.t("edition.name", { number: edition.number })}</a
      >
      <span class="q">${time(edition.asOf, dates.moment(edition.asOf))}</span
      >${said === null ? nothing : html`<p${langAttributes(locale, said.lang)}>${said.text}</p>`}
    </li>`;
  };
  const list = html`${[...months].map(
    ([month, editions]) =>
      html`<h2>${month}</h2>
        <ol class="rows" reversed>
          ${editions.map(row)}
        </ol>`,
  )}`;
  return page(locale, {
    path: paths.editions,
    title: messages.t("nav.editions"),
    description: messages.t("editions.about"),
    body: html`<h1>${messages.t("nav.editions")}</h1>
      <p class="lead">${messages.t("editions.about")}</p>
      ${history.editions.length === 0 ? empty(messages.t("editions.none")) : list}`,
  });
}

/** The ledger of corrections, newest first. */
export function correctionsPage(locale: Locale, history: History): string {
  const { messages, lang } = locale;
  const items = [...history.corrections.values()].toReversed().map((correction) => {
    const { id, statement, editions } = correction.value;
    const carried = joined(
      editions.map((number) => html`<a href="${link(locale, paths.edition(lang, number))}#${statement}">${number}</a>`),
      html`, `,
    );
    return html`<li id="${id}">
      ${correctionNotice(locale, correction, { beside: null })}
      <p class="q">
        <a href="${link(locale, paths.statement(lang, statement))}"
          >${messages.t("statement.name", { number: statementNumber(statement) })}</a
        >${editions.length === 0 ? nothing : html` · ${messages.t("corrections.stoodIn", { n: editions.length })} ${carried}`}
      </p>
      ${reachLine(locale, history.reaches.get(`correction:${id}` as EntryId))}
    </li>`;
  });
  return page(locale, {
    path: paths.corrections,
    title: messages.t("nav.corrections"),
    description: messages.t("corrections.about"),
    body: html`<h1>${messages.t("nav.corrections")}</h1>
      <p class="lead">${messages.t("corrections.about")}</p>
      ${
        items.length === 0
          ? empty(messages.t("corrections.none"))
          : html`<ol class="ledger" reversed>
              ${items}
            </ol>`
      }`,
  });
}

/** Publishers that statements rest on, by name, each with its grade and why. */
export function publishersPage(locale: Locale, publishers: readonly Dated<Publisher>[]): string {
  const { messages } = locale;
  const collator = new Intl.Collator(messages.lang);
  const sorted = publishers
    .map(({ value }) => value)
    .sort((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  const grades = html`<h2 id="reliability">${messages.t("publishers.grades")}</h2>
    <p>${messages.t("publishers.how")}</p>
    ${reliabilities(locale)}`;
  return page(locale, {
    path: paths.publishers,
    title: messages.t("nav.publishers"),
    description: messages.t("publishers.about"),
    body: html`<h1>${messages.t("nav.publishers")}</h1>
      <p class="lead">${messages.t("publishers.about")}</p>
      ${
        sorted.length === 0
          ? empty(messages.t("publishers.none"))
          : html`<ul class="rows">
              ${sorted.map((one) => publisherItem(locale, one))}
            </ul>`
      }${grades}`,
  });
}

function publisherItem(locale: Locale, publisher: Publisher): Html {
  const { messages } = locale;
  const href = safeHref(publisher.home);
  const country = regionName(publisher.country, messages.lang);
  const facts = [country, publisher.affiliation].filter((fact) => fact !== "").map((fact) => html`<bdi>${fact}</bdi>`);
  const owner =
    publisher.ownerGroup === ""
      ? []
      : [messages.rich("publishers.owner", { owner: html`<bdi>${publisher.ownerGroup}</bdi>` })];
  const reason = say(locale, publisher.reason).text;
  return html`<li id="${publisher.id}">
    <h2>
      <bdi
        >${href === null ? publisher.name : html`<a href="${href}" rel="nofollow noopener noreferrer">${publisher.name}</a>`}</bdi
      >
    </h2>
    <p class="q">${joined([...facts, ...owner], html` · `)}</p>
    <p>
      <b>${publisher.reliability}</b>
      ${messages.t(`reliability.${publisher.reliability}`)}${reason === "" ? nothing : html`: ${inline(locale, publisher.reason)}`}
    </p>
  </li>`;
}

/** Whom the office asked, newest first. */
export function repliesPage(locale: Locale, history: History): string {
  const { messages } = locale;
  const items = [...history.replyRequests.values()].toReversed().map((versions) => replyItem(locale, versions));
  return page(locale, {
    path: paths.replies,
    title: messages.t("nav.replies"),
    description: messages.t("replies.about"),
    body: html`<h1>${messages.t("nav.replies")}</h1>
      <p class="lead">${messages.t("replies.about")}</p>
      ${
        items.length === 0
          ? empty(messages.t("replies.none"))
          : html`<ol class="ledger" reversed>
              ${items}
            </ol>`
      }`,
  });
}

function empty(words: string): Html {
  return html`<p class="empty">${words}</p>`;
}
