import type { Lang } from "../model/language.ts";

/** Languages of one header that are looked at. */
const LANGUAGES_MAX = 20;

/** Which of `languages` a reader's browser asks for (RFC 9110 §12.5.4); the first one when none. */
export function preferredLanguage<L extends Lang>(header: string | undefined, languages: readonly [L, ...L[]]): L {
  const wanted = (header ?? "")
    .split(",", LANGUAGES_MAX)
    .map((part) => {
      const [tag = "", ...parameters] = part.split(";").map((text) => text.trim().toLowerCase());
      const quality = Number(parameters.find((text) => text.startsWith("q="))?.slice(2) ?? "1");
      return { tag, quality: Number.isFinite(quality) ? quality : 0 };
    })
    .filter(({ tag, quality }) => tag !== "" && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    const found = languages.find((lang) => tag === lang.toLowerCase() || tag.split("-")[0] === lang.toLowerCase());
    if (found !== undefined) return found;
  }
  return languages[0];
}
