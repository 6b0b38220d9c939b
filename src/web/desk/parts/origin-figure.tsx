import type { ClaimView } from "../../ports.ts";
import { originLines, originPicture, type OriginNode } from "../origin-picture.ts";
import { paths } from "../paths.ts";
import type { View } from "../view.ts";

const BOX = { width: 212, height: 34, gapX: 36, gapY: 12, text: 27 } as const;

/** Who said it first and who carried it, drawn; `OriginList` says the same in words. */
export function OriginFigure(p: { readonly v: View; readonly view: ClaimView }) {
  const { v } = p;
  const picture = originPicture(p.view);
  const width = picture.columns * BOX.width + (picture.columns - 1) * BOX.gapX;
  const height = picture.rows * (BOX.height + BOX.gapY) - BOX.gapY;
  const x = (node: OriginNode): number => node.column * (BOX.width + BOX.gapX);
  const y = (node: OriginNode): number => node.row * (BOX.height + BOX.gapY);
  const byId = new Map(picture.nodes.map((node) => [node.id, node]));
  return (
    <div class="scroll-x" tabindex={0} role="region" aria-label={v.t("origins.picture")}>
      <svg
        class="origins"
        width={width + 4}
        height={height + 4}
        viewBox={`-2 -2 ${width + 4} ${height + 4}`}
        role="img"
        aria-label={v.t("origins.picture.alt")}
      >
        {picture.edges.map(({ from, to }) => {
          const [a, b] = [byId.get(from), byId.get(to)];
          if (!a || !b) return null;
          const [x1, y1] = [x(a) + BOX.width, y(a) + BOX.height / 2];
          const [x2, y2] = [x(b), y(b) + BOX.height / 2];
          const bend = x1 + BOX.gapX / 2;
          return (
            <path
              class={`edge ${b.stance}`}
              d={`M${x1} ${y1}H${bend}V${y2}H${x2}M${x2 - 6} ${y2 - 4}L${x2} ${y2}L${x2 - 6} ${y2 + 4}`}
            />
          );
        })}
        {picture.nodes.map((node) => (
          <g class={`node ${node.kind} ${node.stance}`}>
            <rect x={x(node)} y={y(node)} width={BOX.width} height={BOX.height} rx={node.kind === "origin" ? 17 : 3} />
            <text x={x(node) + 12} y={y(node) + 22}>
              {short(node.label)}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}

function short(label: string): string {
  return label.length > BOX.text ? `${label.slice(0, BOX.text - 1)}…` : label;
}

/** The origin picture in words: one entry for each origin, with the ways that its word took. */
export function OriginList(p: { readonly v: View; readonly view: ClaimView }) {
  const { v, view } = p;
  const lines = originLines(view);
  const groups = [...new Set(lines.map(({ origin, stance }) => `${stance}\n${origin}`))];
  return (
    <ol class="origin-list">
      {groups.map((group) => {
        const mine = lines.filter(({ origin, stance }) => `${stance}\n${origin}` === group);
        const first = mine[0];
        if (!first) return null;
        return (
          <li>
            <strong>{first.origin}</strong>{" "}
            {first.stance === "denies" ? <span class="chip strong">{v.t("stance.denies")}</span> : null}
            <ul>
              {mine.map(({ item, steps }) => {
                const summary = view.items[item]?.reportSummary;
                return (
                  <li>
                    {[first.origin, ...steps].join(" → ")}
                    {summary ? (
                      <>
                        {": "}
                        <a href={paths.report(summary.id)} lang={summary.language ?? undefined}>
                          {summary.title || v.t("report.untitled")}
                        </a>
                      </>
                    ) : null}
                  </li>
                );
              })}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}
