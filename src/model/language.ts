/** A language as a BCP 47 tag: `en`, `uk`, `ar`, `pt-BR`. */
export type Lang = string;

/** One text in the languages that it exists in. Plain text, never markup. */
export type LocalText = Readonly<Record<Lang, string>>;

const RTL = new Set(["ar", "arc", "ckb", "dv", "fa", "ha-Arab", "he", "ks", "ku-Arab", "ps", "sd", "ug", "ur", "yi"]);

/** Writing direction for the `dir` attribute. */
export function directionOf(lang: Lang): "ltr" | "rtl" {
  return RTL.has(lang) || RTL.has(lang.split("-")[0] ?? lang) ? "rtl" : "ltr";
}

/** The text in `lang`, else in the first of `fallbacks` that has it, with the language that it is really in. */
export function textIn(
  text: LocalText,
  lang: Lang,
  fallbacks: readonly Lang[],
): { readonly text: string; readonly lang: Lang } {
  for (const candidate of [lang, ...fallbacks, ...Object.keys(text)]) {
    const found = text[candidate];
    if (found !== undefined && found !== "") return { text: found, lang: candidate };
  }
  return { text: "", lang };
}
