import { IntlMessageFormat } from "intl-messageformat";
import { preferredLanguage } from "../preferred-language.ts";
import en from "./messages/en.json" with { type: "json" };
import uk from "./messages/uk.json" with { type: "json" };

export const UI_LANGUAGES = ["en", "uk"] as const;
export type UiLanguage = (typeof UI_LANGUAGES)[number];

export type MessageKey = keyof typeof en;
export type MessageValues = Readonly<Record<string, string | number>>;

/** The text of a message in one language, its arguments filled in (ICU MessageFormat). */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

export const MESSAGES: Readonly<Record<UiLanguage, Readonly<Record<MessageKey, string>>>> = { en, uk };

export function isUiLanguage(text: unknown): text is UiLanguage {
  return UI_LANGUAGES.some((lang) => lang === text);
}

/** The region whose habits dates and numbers follow: day before month in English too. */
export function localeOf(lang: UiLanguage): string {
  return lang === "en" ? "en-GB" : lang;
}

/** Is there a message with this name? For codes that come from elsewhere. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}

const compiled = new Map<string, IntlMessageFormat>();

/** The translator of one language; messages are parsed once, when first used. */
export function translator(lang: UiLanguage): Translate {
  return (key, values) => {
    const name = `${lang}:${key}`;
    let message = compiled.get(name);
    if (!message) {
      message = new IntlMessageFormat(MESSAGES[lang][key], lang, undefined, { ignoreTag: true });
      compiled.set(name, message);
    }
    return String(message.format(values));
  };
}

/** The best of our languages for an `Accept-Language` header (RFC 9110 §12.5.4). */
export function negotiate(header: string | undefined): UiLanguage {
  return preferredLanguage(header, UI_LANGUAGES);
}
