import { IntlMessageFormat } from "intl-messageformat";
import type { Lang } from "../model/language.ts";
import { html, type Html } from "./html.ts";
import en from "./messages/en.json" with { type: "json" };
import uk from "./messages/uk.json" with { type: "json" };

export type MessageKey = keyof typeof en;
export type MessageArgs = Readonly<Record<string, string | number>>;

/** The texts by language; tests prove that each has the same keys, arguments and all of its plural forms. */
export const catalogues: Readonly<Record<Lang, Readonly<Record<MessageKey, string>>>> = { en, uk };

/** The site's own words in one language: ICU messages, compiled once. */
export class Messages {
  /** The language that the words are really in. */
  readonly lang: Lang;
  readonly #compiled = new Map<string, string | IntlMessageFormat>();
  readonly #memo = new Map<string, string>();
  readonly #forms = new Map<MessageKey, string>();

  constructor(lang: Lang, catalogue: Readonly<Record<string, string>>) {
    this.lang = lang;
    for (const [key, text] of Object.entries(catalogue)) {
      const message = new IntlMessageFormat(text, lang, undefined, { ignoreTag: true });
      // Most messages have no arguments: these cost a look-up.
      const plain = message.getAst().every((element) => element.type === 0);
      this.#compiled.set(key, plain ? String(message.format()) : message);
    }
  }

  t(key: MessageKey, args?: MessageArgs): string {
    const message = this.#compiled.get(key);
    if (typeof message === "string") return message;
    if (message === undefined) throw new Error(`no message ${key}`);
    if (args === undefined) throw new Error(`message ${key} needs arguments`);
    let id: string = key;
    for (const name in args) id += `\u0000${args[name]}`;
    let text = this.#memo.get(id);
    if (text === undefined) {
      text = String(message.format(args));
      // Bounded: a long-lived process formats many different names and times.
      if (this.#memo.size > 20_000) this.#memo.clear();
      this.#memo.set(id, text);
    }
    return text;
  }

  /** A message with markup in some places; texts are escaped. */
  rich(key: MessageKey, args: Readonly<Record<string, string | number | Html>>): Html {
    const message = this.#compiled.get(key);
    if (message === undefined) throw new Error(`no message ${key}`);
    if (typeof message === "string") return html`${message}`;
    return html`${message.formatToParts<Html>(args).map((part) => part.value as string | Html)}`;
  }

  /** Plural forms of a message with the one number `n`, with `#` in its place: `one=# day|other=# days`. */
  forms(key: MessageKey): string {
    const known = this.#forms.get(key);
    if (known !== undefined) return known;
    const rules = new Intl.PluralRules(this.lang);
    const found = new Map<string, string>();
    for (let n = 1; n <= 200; n++) {
      const form = rules.select(n);
      if (found.has(form)) continue;
      found.set(form, this.t(key, { n }).replace(n.toLocaleString(this.lang), "#"));
    }
    const forms = [...found].map(([form, text]) => `${form}=${text}`).join("|");
    this.#forms.set(key, forms);
    return forms;
  }
}

const loaded = new Map<Lang, Messages>();

/** Texts in `lang`, in its base language (`pt` for `pt-BR`), else English. */
export function messagesIn(lang: Lang): Messages {
  const known = [lang, lang.split("-")[0] ?? lang].find((candidate) => Object.hasOwn(catalogues, candidate)) ?? "en";
  let messages = loaded.get(known);
  if (messages === undefined) {
    messages = new Messages(known, catalogues[known] ?? en);
    loaded.set(known, messages);
  }
  return messages;
}
