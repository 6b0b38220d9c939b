import { directionOf, textIn, type Lang, type LocalText } from "../../../model/language.ts";
import type { View } from "../view.ts";
import { Input, TextArea } from "./controls.tsx";

const names = new Map<string, Intl.DisplayNames>();

/** A language's name in the reader's language: `Ukrainian`. */
export function languageName(v: View, lang: Lang): string {
  let list = names.get(v.lang);
  if (!list) {
    list = new Intl.DisplayNames(v.lang, { type: "language" });
    names.set(v.lang, list);
  }
  try {
    return list.of(lang) ?? lang;
  } catch {
    return lang;
  }
}

/** One field for each language, side by side. Names: `{name}.{lang}`. */
export function LocalFields(p: {
  readonly v: View;
  readonly name: string;
  /** Makes the ids unique where the same fields stand on the page several times. */
  readonly idPrefix?: string;
  readonly label: string;
  readonly text: LocalText;
  readonly languages: readonly Lang[];
  readonly rows?: number;
  readonly oneLine?: boolean;
  readonly hint?: string;
  readonly maxlength?: number;
  readonly count?: number;
  readonly required?: boolean;
}) {
  const { v, name } = p;
  const Control = p.oneLine ? Input : TextArea;
  return (
    <div class="languages">
      {p.languages.map((lang) => (
        <Control
          id={`${p.idPrefix === undefined ? "" : `${p.idPrefix}.`}${name}.${lang}`}
          name={`${name}.${lang}`}
          label={
            p.languages.length > 1
              ? v.t("field.in-language", { label: p.label, language: languageName(v, lang) })
              : p.label
          }
          value={p.text[lang] ?? ""}
          lang={lang}
          dir={directionOf(lang)}
          rows={p.rows ?? 3}
          hint={p.hint}
          maxlength={p.maxlength}
          count={p.count}
          required={p.required}
        />
      ))}
    </div>
  );
}

/** A public text in the reader's language or the next best, marked with the language that it is in. */
export function Words(p: { readonly v: View; readonly text: LocalText; readonly empty?: string }) {
  const found = textIn(p.text, p.v.lang, p.v.languages);
  if (found.text === "") return <span class="soft">{p.empty ?? p.v.t("text.empty")}</span>;
  return (
    <span lang={found.lang === p.v.lang ? undefined : found.lang} dir={directionOf(found.lang)}>
      {found.text}
    </span>
  );
}

/** The same as plain text. */
export function wordsOf(v: View, text: LocalText): string {
  return textIn(text, v.lang, v.languages).text;
}
