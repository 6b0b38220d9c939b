import { TITLES, namesOf } from "../language/names.ts";
import { readingOf } from "../language/sentences.ts";

const UNNAMED =
  /^(?:an? |the |some |many |several |two |three |senior |top |local |western |unnamed |anonymous |us |u\.s\. |government |military |other )*(?:officials?|sources?|people|persons?|witness(?:es)?|residents?|experts?|analysts?|critics?|diplomats?|reports?|authorities|he|she|they|it|we|i|you|who|one|others?|some|many|spokes(?:man|woman|person)|medics?|doctors?|media|observers?|leaders?|statement|document|study|data|survey|poll|aide|aides|adviser|advisers|insiders?|supporters|opponents)$/i;

/** Who a source's name stands for, comparable over reports. */
export interface SourceKey {
  readonly kind: "person" | "publication" | "office" | "unnamed";
  readonly key: string;
}

/** Reads a source's name: a person or publication by its words without titles, an office by its own words. */
export function sourceKeyOf(name: string): SourceKey {
  const text = name.trim().slice(0, 300);
  const reading = readingOf(text);
  const names = namesOf(reading);
  const person = names.findLast((m) => m.kind === "person" && m.words.some((w) => !TITLES.has(w)));
  if (UNNAMED.test(text)) return { kind: "unnamed", key: text.toLowerCase() };
  const publication = names.findLast((m) => m.kind === "publication");
  if (person !== undefined) return { kind: "person", key: person.words.join(" ") };
  if (publication !== undefined) return { kind: "publication", key: publicationKey(publication.full) };
  const [only] = names;
  if (names.length === 1 && only?.words.length === 1 && reading.tokens.length <= 2)
    return { kind: "person", key: only.words[0] ?? "" };
  const bare = text
    .toLowerCase()
    .replace(/^(?:the|a|an)\s+/, "")
    .replace(/[^\p{L}\p{N} ]+/gu, "")
    .trim();
  return bare === "" ||
    (names.length === 0 &&
      !/\b(?:ministry|army|police|government|council|office|command|service|department|navy|hospital|administration|commission|agency|mayor|president|governor|embassy|court|parliament)\b/.test(
        bare,
      ))
    ? { kind: "unnamed", key: bare }
    : { kind: "office", key: bare };
}

/** "The Varen Wire" and "Varen Wire" are one. */
export function publicationKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the\s+/, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
