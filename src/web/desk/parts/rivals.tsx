import type { ClaimItemView, ClaimView } from "../../ports.ts";
import { figureText } from "../figure-text.ts";
import { rangePlot } from "../range-plot.ts";
import { localeOf } from "../messages.ts";
import { paths } from "../paths.ts";
import type { View } from "../view.ts";
import { Time } from "./time.tsx";

const SIZE = { width: 340, lane: 38, edge: 14 } as const;

type WithFigure = ClaimItemView & {
  readonly evidence: { readonly figure: NonNullable<ClaimItemView["evidence"]["figure"]> };
};

/** Figures that count the same and cannot all hold: on one line, and as a table that says the same. */
export function Rivals(p: { readonly v: View; readonly view: ClaimView; readonly group: readonly number[] }) {
  const { v, view, group } = p;
  const all = group
    .map((index) => view.items[index])
    .filter((item): item is WithFigure => item !== undefined && item.evidence.figure !== null);
  // A report that prints the same figure twice is shown once.
  const name = (item: WithFigure): string =>
    [item.report, item.evidence.source, figureText(v, item.evidence.figure)].join("\n");
  const items = all.filter((item) => all.find((other) => name(other) === name(item)) === item);
  const [first] = items;
  if (!first) return null;
  const counts = first.evidence.figure.counts;
  return (
    <figure class="rivals">
      <figcaption>{counts === null ? v.t("rivals.some") : v.t("rivals.counts", { counts })}</figcaption>
      <Plot v={v} items={items} />
      <div class="scroll-x" tabindex={0} role="region" aria-label={v.t("rivals.table")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{v.t("field.publisher")}</th>
              <th scope="col">{v.t("rivals.figure")}</th>
              <th scope="col">{v.t("rivals.said-by")}</th>
              <th scope="col">{v.t("rivals.published")}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr>
                <th scope="row">
                  <a href={paths.report(item.reportSummary.id)}>{item.reportSummary.publisherName}</a>
                </th>
                <td class="num">{figureText(v, item.evidence.figure)}</td>
                <td>{item.evidence.source ?? item.origin}</td>
                <td>
                  {item.reportSummary.publishedAt === null ? (
                    "–"
                  ) : (
                    <Time v={v} at={item.reportSummary.publishedAt} short />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

function Plot(p: { readonly v: View; readonly items: readonly WithFigure[] }) {
  const { v, items } = p;
  const { bars, ticks } = rangePlot(items.map(({ evidence }) => evidence.figure));
  const bottom = items.length * SIZE.lane + 4;
  const x = (at: number): number => Math.round((SIZE.edge + at * (SIZE.width - 2 * SIZE.edge)) * 10) / 10;
  return (
    <svg class="range" viewBox={`0 0 ${SIZE.width} ${bottom + 20}`} role="img" aria-label={v.t("rivals.alt")}>
      {ticks.map(({ at, value }) => (
        <g>
          <line class="tick" x1={x(at)} x2={x(at)} y1="0" y2={bottom} />
          <text x={x(at)} y={bottom + 14} text-anchor="middle">
            {new Intl.NumberFormat(localeOf(v.lang), { notation: "compact" }).format(value)}
          </text>
        </g>
      ))}
      {items.map((item, row) => {
        const bar = bars[row];
        if (!bar) return null;
        const y = row * SIZE.lane + SIZE.lane - 9;
        const [from, to] = [x(bar.from), x(bar.to)];
        return (
          <g>
            <text x="2" y={y - 9}>
              {item.reportSummary.publisherName}
            </text>
            <line class="bar" x1={from} x2={to} y1={y} y2={y} />
            <circle cx={from} cy={y} r="4" />
            {bar.open ? <path class="arrow" d={`M${to - 7} ${y - 5}L${to} ${y}L${to - 7} ${y + 5}`} /> : null}
            {!bar.open && to > from ? <circle cx={to} cy={y} r="4" /> : null}
          </g>
        );
      })}
    </svg>
  );
}
