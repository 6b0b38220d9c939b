import type { Dated } from "../model/history.ts";
import { directionOf, textIn, type Lang, type LocalText } from "../model/language.ts";
import type { Notice } from "../model/notice.ts";
import type { Office } from "../model/office.ts";
import type { Instant } from "../model/time.ts";
import { datesIn, type Dates } from "./dates.ts";
import { html, nothing, type Html } from "./html.ts";
import { messagesIn, type Messages } from "./messages.ts";
import { absolute, href, rootOf, type SitePath } from "./paths.ts";

/** One language of the site: what every page in it is written with. */
export interface Locale {
  /** Language of the page's address and, where they exist, of its texts. */
  readonly lang: Lang;
  readonly office: Office;
  /** Program that renders, as named in the record. */
  readonly renderer: string;
  readonly messages: Messages;
  readonly dates: Dates;
  /** Path of the base address, before every link. */
  readonly root: string;
  /** Urgent notices that every page shows above all else. */
  readonly standing: readonly Dated<Notice>[];
}

export function localeOf(
  office: Office,
  lang: Lang,
  renderer: string,
  standing: readonly Dated<Notice>[] = [],
): Locale {
  const messages = messagesIn(lang);
  return {
    lang,
    office,
    renderer,
    messages,
    dates: datesIn(messages, messages.lang, office.timeZone),
    root: rootOf(office.baseUrl),
    standing,
  };
}

export function link(locale: Locale, path: SitePath): string {
  return href(locale.root, path);
}

export function fullLink(locale: Locale, path: SitePath): string {
  return absolute(locale.office.baseUrl, path);
}

/** The text for this page's reader, with the language that it is really in. `prefer` goes before the page's language. */
export function say(locale: Locale, text: LocalText, prefer?: Lang): { readonly text: string; readonly lang: Lang } {
  return textIn(text, prefer ?? locale.lang, locale.office.languages);
}

/** ` lang="…" dir="…"` where a text differs from the page's own words; `dir="auto"` keeps unknown ones apart too. */
export function langAttributes(locale: Locale, lang: Lang | null): Html {
  const own = locale.messages.lang;
  if (lang === own) return nothing;
  if (lang === null) return html` lang="" dir="auto"`;
  return directionOf(lang) === directionOf(own)
    ? html` lang="${lang}"`
    : html` lang="${lang}" dir="${directionOf(lang)}"`;
}

/** A text of the record within a line, marked with its language where that is another one. */
export function inline(locale: Locale, text: LocalText, prefer?: Lang): Html {
  const said = say(locale, text, prefer);
  return said.lang === locale.messages.lang
    ? html`${said.text}`
    : html`<span${langAttributes(locale, said.lang)}>${said.text}</span>`;
}

/** A point in time that programs can read too. */
export function time(instant: Instant, words: string): Html {
  return html`<time datetime="${instant}">${words}</time>`;
}

const names = new Map<string, string>();

/** A language's own name, as in a list: `Українська`. */
export function ownName(lang: Lang): string {
  return languageName(lang, lang).replace(/^./u, (first) => first.toLocaleUpperCase(lang));
}

/** A language's name in `lang`, as within a sentence: `Ukrainian`, `українська`. */
export function languageName(named: Lang, lang: Lang): string {
  const key = `${named} ${lang}`;
  let name = names.get(key);
  if (name === undefined) {
    try {
      name = new Intl.DisplayNames([lang], { type: "language" }).of(named) ?? named;
    } catch {
      // Not a language tag: shown as it is.
      name = named;
    }
    names.set(key, name);
  }
  return name;
}

/** An ISO 3166-1 code as a country's name; anything else as it is. */
export function regionName(country: string, lang: Lang): string {
  if (!/^[A-Z]{2}$/.test(country)) return country;
  return new Intl.DisplayNames([lang], { type: "region" }).of(country) ?? country;
}
