import { IntlMessageFormat } from "intl-messageformat";
import type { Lang } from "../model/language.ts";
import { html, type Html } from "./html.ts";

/** Kinds of element in a parsed message; the parser's own numbers. */
const TYPE = { literal: 0, argument: 1 } as const;
const MEMO_MAX = 10_000;

export type MessageArgs = Readonly<Record<string, string | number>>;

/** The texts by language; tests prove that each has the same keys, arguments and all of its plural forms. */
export type Texts<Key extends string> = Readonly<Record<Lang, Readonly<Record<Key, string>>>>;

/** A message without plurals: texts, and arguments by name. Most are like this and cost no more than joining strings. */
type Simple = readonly (string | { readonly name: string })[];

function simple(message: IntlMessageFormat): Simple | null {
  const parts = message.getAst().map((element) => {
    const type: number = element.type;
    if (!("value" in element) || typeof element.value !== "string") return null;
    if (type === TYPE.literal) return element.value;
    return type === TYPE.argument ? { name: element.value } : null;
  });
  return parts.includes(null) ? null : (parts as Simple);
}

/** Words of the house in one language: ICU messages, each compiled when it is first needed. */
export class Catalogue<Key extends string> {
  /** The language that the words are really in. */
  readonly lang: Lang;
  readonly #catalogue: Readonly<Record<string, string>>;
  readonly #compiled = new Map<string, Simple | IntlMessageFormat>();
  readonly #memo = new Map<string, string>();
  readonly #forms = new Map<Key, string>();

  constructor(lang: Lang, catalogue: Readonly<Record<string, string>>) {
    this.lang = lang;
    this.#catalogue = catalogue;
  }

  /** Throws when the message or one of its arguments is missing: tests call every one. */
  t(key: Key, args: MessageArgs = {}): string {
    const message = this.#message(key);
    if (!(message instanceof IntlMessageFormat)) {
      let text = "";
      for (const part of message) text += typeof part === "string" ? part : argument(key, args, part.name);
      return text;
    }
    let id: string = key;
    for (const name in args) id += `\u0000${args[name]}`;
    let text = this.#memo.get(id);
    if (text === undefined) {
      text = String(message.format(args));
      if (this.#memo.size > MEMO_MAX) this.#memo.clear();
      this.#memo.set(id, text);
    }
    return text;
  }

  /** A message with markup in some places; texts are escaped. For messages without plurals. */
  rich(key: Key, args: Readonly<Record<string, string | number | Html>>): Html {
    const message = this.#message(key);
    if (message instanceof IntlMessageFormat) throw new Error(`message ${key} has plurals and cannot hold markup`);
    return html`${message.map((part) => (typeof part === "string" ? part : argument(key, args, part.name)))}`;
  }

  #message(key: Key): Simple | IntlMessageFormat {
    return this.#compiled.get(key) ?? this.#compile(key);
  }

  #compile(key: Key): Simple | IntlMessageFormat {
    const text = this.#catalogue[key];
    if (text === undefined) throw new Error(`no message ${key}`);
    const message = new IntlMessageFormat(text, this.lang, undefined, { ignoreTag: true });
    const compiled = simple(message) ?? message;
    this.#compiled.set(key, compiled);
    return compiled;
  }

  /** Plural forms of a message with the one number `n`, with `#` in its place: `one=# day|other=# days`. */
  forms(key: Key): string {
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

function argument<T>(key: string, args: Readonly<Record<string, T>>, name: string): T {
  const value = args[name];
  if (value === undefined) throw new Error(`message ${key} needs {${name}}`);
  return value;
}

/** Gives the texts in a language, in its base language (`pt` for `pt-BR`), else in English; each made once. */
export function cataloguesOf<Key extends string>(texts: Texts<Key>): (lang: Lang) => Catalogue<Key> {
  const loaded = new Map<Lang, Catalogue<Key>>();
  return (lang) => {
    const known = [lang, lang.split("-")[0] ?? lang].find((candidate) => Object.hasOwn(texts, candidate)) ?? "en";
    let catalogue = loaded.get(known);
    if (catalogue === undefined) {
      catalogue = new Catalogue(known, texts[known] ?? {});
      loaded.set(known, catalogue);
    }
    return catalogue;
  };
}
