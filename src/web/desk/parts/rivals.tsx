import type { ClaimView } from "../../ports.ts";
import { asOf, figureItems, stepsOf, type FigureStep } from "../figure-steps.ts";
import { figureText } from "../figure-text.ts";
import { rangePlot } from "../range-plot.ts";
import { localeOf } from "../messages.ts";
import { paths } from "../paths.ts";
import type { View } from "../view.ts";
import { BriefTime } from "./time.tsx";

const SIZE = { width: 340, lane: 38, edge: 14, letters: 44 } as const;

/** Figures that count the same and cannot all hold: in one line, drawn on one line, and as a table that says the same. */
export function Rivals(p: { readonly v: View; readonly view: ClaimView; readonly group: readonly number[] }) {
  const { v } = p;
  const items = figureItems(p.view, p.group);
  const sides = stepsOf(items).toSorted((a, b) => a.figure.value - b.figure.value);
  const [first] = sides;
  if (!first) return null;
  const { counts } = first.figure;
  return (
    <figure class="rivals">
      <figcaption>{counts === null ? v.t("rivals.some") : v.t("rivals.counts", { counts })}</figcaption>
      <ul class="rival-line">
        {sides.map((side) => (
          <li>
            <strong class="num">{figureText(v, side.figure)}</strong> <span>{publishersOf(side).join(", ")}</span>
          </li>
        ))}
      </ul>
      <Plot v={v} sides={sides} />
      <div class="scroll-x" tabindex={0} role="region" aria-label={v.t("rivals.table")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{v.t("rivals.figure")}</th>
              <th scope="col">{v.t("field.publisher")}</th>
              <th scope="col">{v.t("rivals.said-by")}</th>
              <th scope="col">{v.t("rivals.as-of")}</th>
            </tr>
          </thead>
          <tbody>
            {sides.flatMap((side) =>
              side.items.map((item) => {
                const at = asOf(item);
                return (
                  <tr>
                    <td class="num">{figureText(v, item.evidence.figure)}</td>
                    <th scope="row">
                      <a href={paths.report(item.reportSummary.id)}>{item.reportSummary.publisherName}</a>
                    </th>
                    <td>{item.evidence.source ?? item.origin}</td>
                    <td>{at === null ? "–" : <BriefTime v={v} at={at} />}</td>
                  </tr>
                );
              }),
            )}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

function publishersOf(side: FigureStep): readonly string[] {
  return [...new Set(side.items.map((item) => item.reportSummary.publisherName))];
}

function Plot(p: { readonly v: View; readonly sides: readonly FigureStep[] }) {
  const { v, sides } = p;
  const { bars, ticks } = rangePlot(sides.map(({ figure }) => figure));
  const bottom = sides.length * SIZE.lane + 4;
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
      {sides.map((side, row) => {
        const bar = bars[row];
        if (!bar) return null;
        const y = row * SIZE.lane + SIZE.lane - 9;
        const [from, to] = [x(bar.from), x(bar.to)];
        return (
          <g>
            <text x="2" y={y - 9}>
              {short(`${figureText(v, side.figure)} · ${publishersOf(side).join(", ")}`)}
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

function short(text: string): string {
  return text.length > SIZE.letters ? `${text.slice(0, SIZE.letters - 1)}…` : text;
}
