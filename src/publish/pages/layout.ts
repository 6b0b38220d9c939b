import { directionOf } from "../../model/language.ts";
import type { Lang } from "../../model/language.ts";
import { ageBand, type AgeNotice } from "../age.ts";
import { assets } from "../assets.ts";
import { html, jsonLdBlock, nothing, type Html } from "../html.ts";
import { fullLink, inline, link, ownName, say, type Locale } from "../locale.ts";
import { standingBand } from "../parts/standing.ts";
import { liveScript } from "../parts/live.ts";
import { paths, type SitePath } from "../paths.ts";

export interface PageContent {
  /** The same page in another language. */
  readonly path: (lang: Lang) => SitePath;
  readonly title: string;
  readonly description: string;
  readonly body: Html;
  readonly notice?: AgeNotice | null;
  readonly jsonLd?: object | null;
  /** Printed at the foot of every sheet; the page's title when not given. */
  readonly sheet?: string;
  readonly type?: "article" | "website";
  /** A style sheet besides that of every page. */
  readonly style?: "form";
  /** False: the page itself tells the urgent notices that stand. */
  readonly band?: false;
  /** Made for one request: neither its address nor its counterparts are named, and search engines leave it out. */
  readonly once?: boolean;
}

/** A whole document: head, masthead, text, foot. */
export function page(locale: Locale, content: PageContent): string {
  const { messages, office, lang } = locale;
  const { officeName, dir, links, masthead, foot } = frameOf(locale);
  const address = fullLink(locale, content.path(lang));
  const title = content.title === officeName ? officeName : `${content.title} · ${officeName}`;
  const alternates =
    office.languages.length < 2 || content.once === true
      ? nothing
      : office.languages.map(
          (other) => html`<link rel="alternate" hreflang="${other}" href="${fullLink(locale, content.path(other))}" />`,
        );
  const canonical =
    content.once === true
      ? html`<meta name="robots" content="noindex" />`
      : html`<link rel="canonical" href="${address}" />`;
  const style =
    content.style === undefined
      ? nothing
      : html`<link rel="stylesheet" href="${link(locale, assets[content.style].path)}" />`;
  const band = content.band === false ? nothing : standingBand(locale);
  const script =
    (content.notice || band !== nothing) && content.once !== true
      ? html`<script src="${link(locale, assets.js.path)}" defer></script>`
      : nothing;
  const live = content.once === true ? nothing : liveScript(locale, content.path === paths.latest);
  return html`<!doctype html>
<html lang="${messages.lang}"${dir}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><meta name="description" content="${content.description}"><meta property="og:title" content="${content.title}"><meta property="og:site_name" content="${officeName}"><meta property="og:type" content="${content.type ?? "website"}">${canonical}${alternates}${links}${style}${script}${live}${content.jsonLd ? jsonLdBlock(content.jsonLd) : nothing}</head><body><a class="skip" href="#main">${messages.t("nav.skip")}</a>${band}${content.notice ? ageBand(locale, content.notice) : nothing}${masthead}${languages(locale, content.path)}</nav></header><main id="main">${content.body}</main>${foot}<p class="sheet" aria-hidden="true">${content.sheet ?? content.title} · ${officeName} · ${address}</p></body></html>
`.toString();
}

/** What is the same on every page of a language: made once for thousands of pages. */
interface Frame {
  readonly officeName: string;
  readonly dir: Html;
  readonly links: Html;
  /** Open at its end: the languages follow, which link to the page's own counterparts. */
  readonly masthead: Html;
  readonly foot: Html;
}

const frames = new WeakMap<Locale, Frame>();

function frameOf(locale: Locale): Frame {
  let frame = frames.get(locale);
  if (frame === undefined) {
    frame = makeFrame(locale);
    frames.set(locale, frame);
  }
  return frame;
}

function makeFrame(locale: Locale): Frame {
  const { messages, office, lang } = locale;
  const officeName = say(locale, office.name).text;
  const feed = (type: string, path: SitePath) =>
    html`<link rel="alternate" type="application/${type}" title="${officeName}" href="${link(locale, path)}" />`;
  return {
    officeName,
    dir: directionOf(messages.lang) === "rtl" ? html` dir="rtl"` : nothing,
    links: html`<meta name="generator" content="${locale.renderer}" />
      <meta name="color-scheme" content="light dark" />
      ${feed("atom+xml", paths.atom(lang))}${feed("rss+xml", paths.rss(lang))}${feed("feed+json", paths.jsonFeed(lang))}
      <link rel="icon" type="image/svg+xml" href="${link(locale, assets.icon.path)}" />
      <link rel="stylesheet" href="${link(locale, assets.css.path)}" />`,
    masthead: html`<header>
      <p class="name"><a href="${link(locale, paths.latest(lang))}">${inline(locale, office.name)}</a></p>
      <nav aria-label="${messages.t("nav.top")}">
        <a href="${link(locale, paths.editions(lang))}">${messages.t("nav.editions")}</a>
        <a href="${link(locale, paths.corrections(lang))}">${messages.t("nav.corrections")}</a>
        <a href="${link(locale, paths.subscribe(lang))}">${messages.t("nav.subscribe")}</a>
     `,
    foot: footer(locale),
  };
}

/** The same page in the office's other languages, each by its own name. */
function languages(locale: Locale, path: (lang: Lang) => SitePath): readonly Html[] {
  return locale.office.languages
    .filter((other) => other !== locale.lang)
    .map(
      (other) =>
        html` <a href="${link(locale, path(other))}" hreflang="${other}" lang="${other}" rel="alternate"
          >${ownName(other)}</a
        >`,
    );
}

function footer(locale: Locale): Html {
  const { messages, lang } = locale;
  const links = [
    [paths.latest(lang), messages.t("nav.latest")],
    [paths.editions(lang), messages.t("nav.editions")],
    [paths.corrections(lang), messages.t("nav.corrections")],
    [paths.notices(lang), messages.t("nav.notices")],
    [paths.replies(lang), messages.t("nav.replies")],
    [paths.subscribe(lang), messages.t("nav.subscribe")],
    [paths.publishers(lang), messages.t("nav.publishers")],
    [paths.method(lang), messages.t("nav.method")],
    [paths.record(lang), messages.t("nav.record")],
    [paths.about(lang), messages.t("nav.about")],
    [paths.rss(lang), "RSS"],
    [paths.atom(lang), "Atom"],
    [paths.jsonFeed(lang), "JSON Feed"],
    [paths.apiIndex(), "API"],
  ] as const;
  return html`<footer>
    <nav aria-label="${messages.t("nav.label")}">
      <ul>
        ${links.map(([path, words]) => html`<li><a href="${link(locale, path)}">${words}</a></li>`)}
      </ul>
    </nav>
  </footer>`;
}
