import type { History } from "./history.ts";
import { textIn, type LocalText } from "./language.ts";

/** An area that statements speak of. */
export interface Area {
  /** Its name in the office's first language: what a subscriber's wishes carry. */
  readonly name: string;
  readonly texts: LocalText;
}

/** Areas of all statements that stand, each once, by name. None before there is an office. */
export function areasOf(history: History): readonly Area[] {
  const first = history.office?.languages[0];
  if (first === undefined) return [];
  const found = new Map<string, Area>();
  for (const { versions, withdrawn } of history.statements.values()) {
    const area = versions.at(-1)?.value.area;
    if (withdrawn || area === undefined) continue;
    const name = textIn(area, first, []).text;
    // Two statements may have translated one name differently: the later one counts.
    if (name !== "") found.set(name, { name, texts: area });
  }
  const collator = new Intl.Collator(first);
  return [...found.values()].sort((a, b) => collator.compare(a.name, b.name) || (a.name < b.name ? -1 : 1));
}
