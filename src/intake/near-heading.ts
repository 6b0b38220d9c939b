import { blocksOf } from "./blocks.ts";
import type { DomDocument } from "./dom.ts";
import { oneLine } from "./plain.ts";

/** How many blocks after and before the heading count as near, and how long a line among them may be. */
const AFTER = 14;
const BEFORE = 6;
const LINE_MAX = 120;

/** The short lines around the main heading, where pages print date and byline: the heading, those after, those before. */
export function linesNearHeading(document: DomDocument): string[] {
  const heading = oneLine(document.querySelector("h1")?.textContent ?? "");
  if (heading === "") return [];
  const blocks = blocksOf(document.body).map(oneLine);
  const at = blocks.indexOf(heading);
  if (at < 0) return [];
  const around = [...blocks.slice(at, at + AFTER), ...blocks.slice(Math.max(0, at - BEFORE), at)];
  return around.filter((block) => block.length <= LINE_MAX || block === heading);
}
