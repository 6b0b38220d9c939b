import { createRequire } from "node:module";
import type { Correction } from "../model/correction.ts";
import type { Edition } from "../model/edition.ts";
import type { Dated, History } from "../model/history.ts";
import type { Notice } from "../model/notice.ts";
import type { Instant } from "../model/time.ts";
import { fullLink, say, type Locale } from "./locale.ts";
import { paths } from "./paths.ts";
import { statementNumber } from "./parts/statement.ts";

const NEWEST = 50;

type Feedsmith = typeof import("feedsmith");

const require = createRequire(import.meta.url);

/** Loaded at the first feed: its 138 files take 100 ms, which a command that makes no feed need not wait for. */
function feedsmith(): Feedsmith {
  return require("feedsmith") as Feedsmith;
}

/** One thing that a feed tells: an edition, a correction or an urgent notice. */
export interface FeedItem {
  /** RFC 4151 tag URI; the same for ever, whatever the address becomes. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly text: string;
  readonly published: Instant;
  readonly updated: Instant;
  readonly lang: string;
}

/** The newest fifty editions, corrections and urgent notices, newest first. */
export function feedItems(locale: Locale, history: History): readonly FeedItem[] {
  const corrections = [...history.corrections.values()].slice(-NEWEST);
  const editions = history.editions.slice(-NEWEST);
  const items = [
    ...editions.map((edition) => editionItem(locale, edition, history)),
    ...corrections.map((correction) => correctionItem(locale, correction)),
    ...[...history.notices.values()].slice(-NEWEST).map((notice) => noticeItem(locale, notice)),
  ];
  return items
    .sort((a, b) => (a.published === b.published ? (a.id < b.id ? 1 : -1) : a.published < b.published ? 1 : -1))
    .slice(0, NEWEST);
}

function tag({ office, lang }: Locale, time: Instant, about: string): string {
  const host = URL.canParse(office.baseUrl) ? new URL(office.baseUrl).hostname : "localhost";
  return `tag:${host},${time.slice(0, 10)}:${about}/${lang}`;
}

function editionItem(locale: Locale, { value, time }: Dated<Edition>, history: History): FeedItem {
  const lines = value.glance.map((line) => say(locale, line, contentLang(locale, value)).text);
  const fixed = value.statements.flatMap(({ id, version }) =>
    (history.statements.get(id)?.corrections ?? [])
      .filter((one) => one.value.fromVersion >= version)
      .map((one) => one.time),
  );
  return {
    id: tag(locale, time, `edition/${value.number}`),
    url: fullLink(locale, paths.edition(locale.lang, value.number)),
    title: clean(locale.messages.t("edition.name", { number: value.number })),
    text: clean(lines.join("\n")),
    published: time,
    updated: fixed.reduce((last, one) => (one > last ? one : last), time),
    lang: contentLang(locale, value),
  };
}

function contentLang(locale: Locale, edition: Edition): string {
  return edition.languages.includes(locale.lang) ? locale.lang : (edition.languages[0] ?? locale.lang);
}

function correctionItem(locale: Locale, { value, time }: Dated<Correction>): FeedItem {
  const { messages } = locale;
  const name = messages.t("statement.name", { number: statementNumber(value.statement) });
  const wrong = say(locale, value.wrong);
  const lines = [
    `${messages.t("correction.wrote")} ${wrong.text}`,
    value.right === null
      ? messages.t("correction.gone")
      : `${messages.t(value.kind === "update" ? "correction.now" : "correction.right")} ${say(locale, value.right.text).text}`,
    `${messages.t("correction.why")} ${say(locale, value.reason).text}`,
  ];
  return {
    id: tag(locale, time, `correction/${value.id}`),
    url: `${fullLink(locale, paths.corrections(locale.lang))}#${value.id}`,
    title: clean(messages.t(`feed.correction.${value.kind}`, { statement: name })),
    text: clean(lines.join("\n")),
    published: time,
    updated: time,
    lang: wrong.lang,
  };
}

function noticeItem(locale: Locale, { value, time }: Dated<Notice>): FeedItem {
  const { messages, dates } = locale;
  const headline = say(locale, value.headline);
  const until = value.ends ? "" : messages.t("notice.until", { moment: dates.moment(value.expires) });
  const lines = [say(locale, value.text).text, until, say(locale, value.area).text].filter((line) => line !== "");
  return {
    id: tag(locale, time, `notice/${value.id}`),
    url: `${fullLink(locale, paths.notices(locale.lang))}#${value.id}`,
    title: clean(messages.t(value.ends ? "feed.notice.ends" : "feed.notice", { headline: headline.text })),
    text: clean(lines.join("\n")),
    published: time,
    updated: time,
    lang: headline.lang,
  };
}

/** Without the control characters and lone surrogates that XML 1.0 §2.2 cannot carry. */
function clean(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
}

function about(locale: Locale) {
  const office = clean(say(locale, locale.office.name).text);
  return {
    title: office,
    description: clean(locale.messages.t("feed.about", { office })),
    home: fullLink(locale, paths.latest(locale.lang)),
    generator: locale.renderer,
  };
}

/** RSS 2.0, one per language. */
export function rssFeed(locale: Locale, items: readonly FeedItem[]): string {
  const { title, description, home, generator } = about(locale);
  return feedsmith().generateRssFeed({
    title,
    description,
    link: home,
    language: locale.lang,
    generator,
    ...(items[0] ? { lastBuildDate: items[0].published } : {}),
    atom: { links: [{ href: fullLink(locale, paths.rss(locale.lang)), rel: "self", type: "application/rss+xml" }] },
    items: items.map((item) => ({
      title: item.title,
      link: item.url,
      description: item.text,
      guid: { value: item.id, isPermaLink: false },
      pubDate: item.published,
    })),
  });
}

/** Atom (RFC 4287), one per language. */
export function atomFeed(locale: Locale, items: readonly FeedItem[]): string {
  const { title, description, home, generator } = about(locale);
  const updated = items.reduce(
    (last, item) => (item.updated > last ? item.updated : last),
    items[0]?.updated ?? "1970-01-01T00:00:00Z",
  );
  return feedsmith().generateAtomFeed({
    id: home,
    title: { value: title, type: "text" },
    subtitle: { value: description, type: "text" },
    updated,
    generator: { text: generator },
    authors: [{ name: title }],
    links: [
      { href: fullLink(locale, paths.atom(locale.lang)), rel: "self", type: "application/atom+xml" },
      { href: home, rel: "alternate", type: "text/html" },
    ],
    entries: items.map((item) => ({
      id: item.id,
      title: { value: item.title, type: "text" },
      updated: item.updated,
      published: item.published,
      links: [{ href: item.url, rel: "alternate", type: "text/html", hreflang: locale.lang }],
      content: { value: item.text, type: "text" },
    })),
  });
}

/** JSON Feed 1.1, one per language. */
export function jsonFeed(locale: Locale, items: readonly FeedItem[]): string {
  const { title, description, home } = about(locale);
  const feed = feedsmith().generateJsonFeed({
    title,
    description,
    home_page_url: home,
    feed_url: fullLink(locale, paths.jsonFeed(locale.lang)),
    language: locale.lang,
    authors: [{ name: title, url: home }],
    items: items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      content_text: item.text,
      date_published: item.published,
      date_modified: item.updated,
      language: item.lang,
    })),
  });
  return `${JSON.stringify(feed, null, 1)}\n`;
}
