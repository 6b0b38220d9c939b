import type { Stop } from "../origin-lanes.ts";
import { nameList } from "../name-list.ts";
import type { View } from "../view.ts";
import { StopBox } from "./stop-box.tsx";

const SIZE = 104;
const RADIUS = 36;
const DISC = 12;

/** Publications that cite one another: a ring of numbered discs, their names beside it, and what that means. */
export function Ring(p: { readonly v: View; readonly stops: readonly Stop[] }) {
  const { v, stops } = p;
  const middle = SIZE / 2;
  const turn = (2 * Math.PI) / stops.length;
  const place = (angle: number): readonly [x: number, y: number] => [
    round(middle + RADIUS * Math.sin(angle)),
    round(middle - RADIUS * Math.cos(angle)),
  ];
  // Room for the disc at both ends of each arrow.
  const gap = (DISC + 3) / RADIUS;
  return (
    <div class="ring">
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} width={SIZE} height={SIZE} aria-hidden="true" focusable="false">
        {stops.map((_, i) => {
          const [from, to] = [i * turn + gap, (i + 1) * turn - gap];
          const [x1, y1] = place(from);
          const [x2, y2] = place(to);
          const long = to - from > Math.PI ? 1 : 0;
          return (
            <>
              <path class="arc" d={`M${x1} ${y1}A${RADIUS} ${RADIUS} 0 ${long} 1 ${x2} ${y2}`} />
              <path
                class="tip"
                d="M-5 -4L3 0L-5 4Z"
                transform={`translate(${x2} ${y2}) rotate(${round((to * 180) / Math.PI)})`}
              />
            </>
          );
        })}
        {stops.map((_, i) => {
          const [x, y] = place(i * turn);
          return (
            <g>
              <circle cx={x} cy={y} r={DISC} />
              <text x={x} y={y + 4} text-anchor="middle">
                {i + 1}
              </text>
            </g>
          );
        })}
      </svg>
      <div>
        <p class="warning">
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
            <path d="M10 2L19 18H1ZM10 8V12.5M10 15V15.5" />
          </svg>
          <span>
            {v.t("origins.circle", {
              names: nameList(
                v,
                stops.map(({ name }) => name),
              ),
            })}
          </span>
        </p>
        <ol class="ring-names">
          {stops.map((stop, i) => (
            <li>
              <StopBox v={v} stop={stop} />
              <span class="soft">{v.t("origins.cites", { number: ((i + 1) % stops.length) + 1 })}</span>
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;
