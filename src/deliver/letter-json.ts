import type { Letter } from "./letter.ts";

/** What happened, as programs are told. A name is never changed or used for something else. */
const TYPES = {
  edition: "edition.published",
  correction: "correction.published",
  withdrawal: "statement.withdrawn",
  notice: "notice.published",
  digest: "digest.made",
} as const satisfies Record<Letter["kind"], string>;

export function eventType({ kind }: Letter): string {
  return TYPES[kind];
}

/** A letter for programs: everything that it says, in fields of their own. Part of the API. */
export function letterJson(letter: Letter): Readonly<Record<string, unknown>> {
  const { kind, lang, dir, office, title, lead, parts, url, at, entries, thread, expires } = letter;
  return { kind, lang, dir, office, title, lead, parts, url, at, entries, thread, expires };
}

/** Is there nothing in it that anybody could be told? */
export function isWordless({ title, parts }: Letter): boolean {
  return title === "" || parts.every(({ items }) => items.length === 0);
}
