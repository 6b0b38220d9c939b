import { directionOf } from "../../model/language.ts";
import type { Evidence } from "../../model/evidence.ts";
import { html, joined, type Html } from "../html.ts";
import type { Locale } from "../locale.ts";

/** One way from the origin outward: names in order, then those who carried it last, side by side. */
export interface Chain {
  readonly names: readonly string[];
  readonly ends: readonly string[];
}

interface Step {
  readonly name: string;
  readonly next: Map<string, Step>;
}

/** Evidence by origin, in order of first mention. */
export function byOrigin(evidence: readonly Evidence[]): ReadonlyMap<string, readonly Evidence[]> {
  const groups = new Map<string, Evidence[]>();
  for (const piece of evidence) {
    const group = groups.get(piece.origin);
    if (group) group.push(piece);
    else groups.set(piece.origin, [piece]);
  }
  return groups;
}

/** Draws the ways that one origin's words took: common beginnings once, reports at the same point together. */
export function chainsOf(evidence: readonly Evidence[]): readonly Chain[] {
  const start: Step = { name: "", next: new Map() };
  for (const piece of evidence) {
    let step = start;
    for (const name of namesOf(piece)) {
      const key = name.toLowerCase();
      let next = step.next.get(key);
      if (next === undefined) {
        next = { name, next: new Map() };
        step.next.set(key, next);
      }
      step = next;
    }
  }
  const chains: Chain[] = [];
  for (const first of start.next.values()) walk(first, [], chains);
  return chains;
}

/** Who said it, its carriers, the publisher; a name that follows itself is told once. */
function namesOf({ source, carriers, report }: Evidence): readonly string[] {
  return [source ?? "", ...carriers, report.publisherName].filter(
    (name, i, all) => name !== "" && name.toLowerCase() !== all[i - 1]?.toLowerCase(),
  );
}

function walk(step: Step, before: readonly string[], chains: Chain[]): void {
  const names = [...before, step.name];
  const next = [...step.next.values()];
  const ends = next.filter((one) => one.next.size === 0).map((one) => one.name);
  if (ends.length > 0 || next.length === 0) chains.push({ names, ends });
  for (const one of next) if (one.next.size > 0) walk(one, names, chains);
}

/** `Reznikov, defence minister → Le Monde → three reports`; with `all`, the last ones by name. */
export function chainLine(locale: Locale, { names, ends }: Chain, all: boolean): Html {
  const { messages } = locale;
  const arrow = directionOf(messages.lang) === "rtl" ? "←" : "→";
  const between = html`
    <i aria-hidden="true">${arrow}</i><span class="vh"> ${messages.t("evidence.carriedBy")}</span>
  `;
  const last: Html[] =
    ends.length === 0
      ? []
      : ends.length > 2 && !all
        ? [html`${messages.t("evidence.reports", { n: ends.length })}`]
        : [joined(ends.map(bdi), html`, `)];
  return html`<p class="ch">${joined([...names.map(bdi), ...last], between)}</p>`;
}

function bdi(name: string): Html {
  return html`<bdi>${name}</bdi>`;
}
