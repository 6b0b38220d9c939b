import type { NameMention } from "./names.ts";

const SMALL = /^(?:of|the|and|for|in|on|at|to|de|la|&|-)$/;

/** The full names that a text has for its acronyms: `WHO` → "World Health Organization". The first one of several. */
export function acronymsOf(names: readonly NameMention[]): ReadonlyMap<string, string> {
  const full = new Map<string, string>();
  for (const { words, full: name, kind } of names) {
    if (kind === "person" || words.length < 2) continue;
    const strong = words.filter((word) => !SMALL.test(word)).map((word) => word.charAt(0));
    const initials = strong.join("").toUpperCase();
    const all = words
      .map((word) => word.charAt(0))
      .join("")
      .toUpperCase();
    for (const acronym of [initials, all]) if (acronym.length >= 2 && !full.has(acronym)) full.set(acronym, name);
  }
  return full;
}

/** "U.N." and "UN" alike; null for what is no acronym. */
export function acronymIn(name: string): string | null {
  const plain = name.replaceAll(".", "");
  return /^\p{Lu}{2,7}$/u.test(plain) ? plain : null;
}
