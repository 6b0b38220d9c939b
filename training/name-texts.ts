import { readFileSync, readdirSync } from "node:fs";
import { isTitle } from "./name-gold.ts";
import type { GoldName, NameClass } from "./name-gold.ts";

/** A passage of ours with its names. */
export interface NameText {
  readonly text: string;
  readonly names: readonly GoldName[];
}

const KINDS: Readonly<Record<string, NameClass>> = { P: "person", O: "organisation", L: "place" };

/** Every passage of `names-*.txt` in `folder`, in the order of the files' names: passages between lines of "----", names as `[P …]`, `[O …]`, `[L …]`. */
export function readNameTexts(folder: URL): NameText[] {
  const files = readdirSync(folder).filter((file) => /^names-.*\.txt$/.test(file));
  files.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return files.flatMap((file) =>
    readFileSync(new URL(file, folder), "utf8")
      .split(/^----$/m)
      .map(nameTextOf),
  );
}

function nameTextOf(marked: string): NameText {
  let text = "";
  const names: GoldName[] = [];
  let last = 0;
  for (const match of marked.matchAll(/\[([POL]) ([^\][]+)\]/g)) {
    text += marked.slice(last, match.index);
    last = match.index + match[0].length;
    const kind = KINDS[match[1] as string] as NameClass;
    const printed = match[2] as string;
    // The article is no part of it, as in GUM.
    const name = printed.replace(/^the /i, "");
    text += printed.slice(0, printed.length - name.length);
    // A title before a person's name is part of it, as in GUM.
    const before = kind === "person" ? /\p{Lu}[\p{L}.]* $/u.exec(text)?.[0] : undefined;
    const titled = before !== undefined && isTitle(before.trim()) ? before.length : 0;
    const start = text.length - titled;
    text += name;
    // "Norwegians" are a people, not a person.
    if (kind !== "person" || name.includes(" ") || !/(?:ans|ians|ish|ese|ois|is)$/.test(name))
      names.push({ start, end: text.length, kind, nested: false });
  }
  return { text: (text + marked.slice(last)).trimEnd(), names };
}
