import pc from "picocolors";
import { meetsGoal, type BenchRow } from "./row.ts";

type Align = "left" | "right";

interface Column {
  readonly title: string;
  readonly align: Align;
  readonly cell: (row: BenchRow) => string;
}

const COLUMNS: readonly Column[] = [
  { title: "measured", align: "left", cell: (row) => row.name },
  { title: "ours", align: "right", cell: (row) => figure(row.ours) },
  { title: "peer", align: "right", cell: (row) => (row.peer === null ? "" : figure(row.peer)) },
  { title: "unit", align: "left", cell: (row) => row.unit },
  { title: "ratio", align: "right", cell: (row) => (row.ratio === null ? "" : figure(row.ratio)) },
  {
    title: "goal",
    align: "left",
    cell: (row) => (row.goal === "" ? "" : `${row.goal}${row.ratio === null ? ` ${row.unit}` : ""}`),
  },
  { title: "", align: "left", cell: verdict },
];

/** Rows under one heading as lines of text. Ratio is ours to the peer's. */
export function tableOf(rows: readonly BenchRow[]): string {
  const cells = rows.map((row) => COLUMNS.map(({ cell }) => cell(row)));
  const widths = COLUMNS.map(({ title }, i) => Math.max(title.length, ...cells.map((line) => line[i]?.length ?? 0)));
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, i) => (COLUMNS[i]?.align === "right" ? text.padStart(widths[i] ?? 0) : text.padEnd(widths[i] ?? 0)))
      .join("  ")
      .trimEnd();
  return [
    pc.dim(line(COLUMNS.map(({ title }) => title))),
    pc.dim(widths.map((width) => "─".repeat(width)).join("  ")),
    ...cells.map((texts, i) => coloured(line(texts), meetsGoal(rows[i] as BenchRow))),
  ].join("\n");
}

function verdict(row: BenchRow): string {
  const met = meetsGoal(row);
  return met === null ? "" : met ? "met" : "not met";
}

function coloured(text: string, met: boolean | null): string {
  return met === null
    ? text
    : met
      ? text.replace(/met$/, pc.green("met"))
      : text.replace(/not met$/, pc.yellow("not met"));
}

/** Three digits that count: `1,240`, `41.7`, `0.83`. */
function figure(value: number): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
