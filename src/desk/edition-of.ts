import { isDeepStrictEqual } from "node:util";
import type { EditionDraftContent } from "./draft.ts";
import { trimmed } from "./edition.ts";
import { versionOf, type History } from "../model/history.ts";

/** Is edition `number` of the record what publishing this draft made? */
export function isEditionOf(content: EditionDraftContent, number: number, history: History): boolean {
  const edition = history.editions[number - 1]?.value;
  if (
    edition === undefined ||
    edition.asOf !== content.asOf ||
    edition.nextUpdate !== content.nextUpdate ||
    edition.statements.length !== content.statements.length ||
    !isDeepStrictEqual(edition.languages, content.languages) ||
    !isDeepStrictEqual(edition.glance, content.glance.map(trimmed))
  ) {
    return false;
  }
  const ids = new Set(edition.statements.map(({ id }) => id));
  const texts = edition.statements.map(({ id, version }) => {
    const known = history.statements.get(id);
    return known === undefined ? null : (versionOf(known, version)?.value.text ?? null);
  });
  return content.statements.every((statement) => {
    if (statement.carried !== null) return ids.has(statement.carried);
    const text = trimmed(statement.text);
    return texts.some((told) => isDeepStrictEqual(told, text));
  });
}
