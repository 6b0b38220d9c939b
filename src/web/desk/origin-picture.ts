import type { ClaimView } from "../ports.ts";

/** A box of the origin picture. Columns run from first-hand (0) to the reports that we read (last). */
export interface OriginNode {
  readonly id: string;
  readonly label: string;
  readonly kind: "origin" | "carrier" | "publisher";
  readonly column: number;
  readonly row: number;
  readonly stance: "says" | "denies";
}

export interface OriginPicture {
  readonly nodes: readonly OriginNode[];
  /** From node to node, outward. */
  readonly edges: readonly { readonly from: string; readonly to: string }[];
  readonly columns: number;
  readonly rows: number;
}

/** How the word went: origin, carriers, publisher. Items of one report that went the same way are one line. */
export interface OriginLine {
  /** Position of the first of its items. */
  readonly item: number;
  readonly origin: string;
  readonly steps: readonly string[];
  readonly stance: "says" | "denies";
}

/** Lines grouped by origin, first-hand first; those that deny come last, under their own origins. */
export function originLines(view: ClaimView): readonly OriginLine[] {
  const order = view.origins.map(({ label }) => label);
  const lines = view.items.map((item, index): OriginLine => {
    const names = [...item.evidence.carriers, item.reportSummary.publisherName];
    const steps = names.filter((name, i) => name !== item.origin && name !== names[i - 1]);
    return { item: index, origin: item.origin, steps, stance: item.stance };
  });
  const report = (line: OriginLine): string => view.items[line.item]?.report ?? "";
  const once = unique(lines, (line) => JSON.stringify([line.stance, line.origin, line.steps, report(line)]));
  const place = ({ origin, stance }: OriginLine): number => {
    const at = order.indexOf(origin);
    return (stance === "denies" ? 10_000 : 0) + (at === -1 ? 5000 : at);
  };
  return once.toSorted(
    (a, b) => place(a) - place(b) || a.origin.localeCompare(b.origin) || a.steps.length - b.steps.length,
  );
}

/** The same as a picture: lines that begin alike share their boxes. */
export function originPicture(view: ClaimView): OriginPicture {
  const nodes = new Map<string, OriginNode>();
  const edges = new Map<string, { from: string; to: string }>();
  const ways = unique(originLines(view), ({ stance, origin, steps }) => JSON.stringify([stance, origin, steps]));
  // An origin that published itself needs no line to itself once there is another.
  const lines = ways.filter(
    (line) =>
      line.steps.length > 0 || !ways.some((o) => o !== line && o.origin === line.origin && o.stance === line.stance),
  );
  const columns = 1 + Math.max(1, ...lines.map(({ steps }) => steps.length));
  for (const [row, { origin, steps, stance }] of lines.entries()) {
    let from = `${stance}\n${origin}`;
    if (!nodes.has(from)) nodes.set(from, { id: from, label: origin, kind: "origin", column: 0, row, stance });
    for (const [i, step] of steps.entries()) {
      const last = i === steps.length - 1;
      // A report's box is its own; carriers on the way are shared.
      const id = last ? `${from}\n${step}\n${row}` : `${from}\n${step}`;
      const column = last ? columns - 1 : i + 1;
      if (!nodes.has(id)) nodes.set(id, { id, label: step, kind: last ? "publisher" : "carrier", column, row, stance });
      edges.set(`${from}>${id}`, { from, to: id });
      from = id;
    }
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()], columns, rows: lines.length };
}

function unique<T>(list: readonly T[], name: (one: T) => string): readonly T[] {
  return [...new Map(list.toReversed().map((one) => [name(one), one] as const)).values()].toReversed();
}
