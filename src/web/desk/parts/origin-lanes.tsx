import type { ClaimView } from "../../ports.ts";
import { nameList } from "../name-list.ts";
import { originLanes, type Joined, type Lane, type Stop } from "../origin-lanes.ts";
import { paths } from "../paths.ts";
import type { View } from "../view.ts";
import { KindShape } from "./kind-shape.tsx";
import { Ring } from "./ring.tsx";
import { StopBox } from "./stop-box.tsx";
import { BriefTime } from "./time.tsx";

/** Beyond this, what one stop leads to is folded away. */
const SHOWN_MAX = 6;
/** Longer ways do not fit side by side. */
const DEPTH_MAX = 3;

/**
 * Who said it first and who carried it: one lane for each origin, drawn from it outward. The drawing is a list of
 * lists, so that it is the same for readers who hear it, and turns upright where there is little room.
 */
export function OriginLanes(p: { readonly v: View; readonly view: ClaimView }) {
  const { v, view } = p;
  const lanes = originLanes(view);
  const says = lanes.filter(({ stance }) => stance === "says");
  return (
    <>
      <p class="lead">{summary(v, says)}</p>
      <ol class="lanes">
        {lanes.map((lane) => (
          <li class={`lane ${lane.stance} ${lane.depth > DEPTH_MAX ? "deep" : lane.depth > 1 ? "long" : ""}`}>
            {lane.ring.length > 0 ? <Ring v={v} stops={lane.ring} /> : null}
            {lane.ring.length > 0 && lane.next.length === 0 ? null : (
              <div class="way">
                <OriginBox v={v} lane={lane} />
                <Next v={v} stops={lane.next} />
              </div>
            )}
            {lane.joined.length === 0 || lane.ring.length > 0 ? null : (
              <p class="joined">
                {[...lane.joined.map((joined) => joinedText(v, joined)), v.t("origins.together")].join(" ")}
              </p>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function summary(v: View, says: readonly Lane[]): string {
  const [only] = says;
  if (only === undefined) return v.t("origins.none");
  if (says.length === 1) {
    if (only.ring.length > 0) return v.t("origins.only-circle");
    return v.t("origins.one", { name: only.label, reports: only.reports });
  }
  return v.t("origins.several", { count: says.length });
}

function joinedText(v: View, { how, names, from }: Joined): string {
  return v.t(`joined.${how}`, { names: nameList(v, names), count: names.length, from });
}

function OriginBox(p: { readonly v: View; readonly lane: Lane }) {
  const { v, lane } = p;
  return (
    <div class={`node origin k-${lane.kind}`}>
      <KindShape kind={lane.kind} />
      <div>
        <p class="node-name">
          {lane.own?.report ? <a href={paths.report(lane.own.report)}>{lane.label}</a> : lane.label}
        </p>
        <p class="soft">
          {v.t(`origin.kind.${lane.kind}`)}
          {lane.firstAt === null ? null : (
            <>
              {" · "}
              {v.t("origins.since")} <BriefTime v={v} at={lane.firstAt} />
            </>
          )}
        </p>
        {lane.first || lane.stance === "denies" ? (
          <p class="line">
            {lane.first ? <span class="chip new">{v.t("origins.first")}</span> : null}
            {lane.stance === "denies" ? <span class="chip strong">{v.t("stance.denies")}</span> : null}
          </p>
        ) : null}
      </div>
    </div>
  );
}

function Next(p: { readonly v: View; readonly stops: readonly Stop[] }) {
  const { v, stops } = p;
  if (stops.length === 0) return null;
  const shown = stops.slice(0, stops.length > SHOWN_MAX ? SHOWN_MAX - 1 : SHOWN_MAX);
  const rest = stops.slice(shown.length);
  return (
    <ol class="next">
      {shown.map((stop) => (
        <li>
          <span class="how">{v.t(`how.${stop.how}`)}</span>
          <StopBox v={v} stop={stop} />
          <Next v={v} stops={stop.next} />
        </li>
      ))}
      {rest.length === 0 ? null : (
        <li class="rest">
          <details class="more">
            <summary>{v.t("origins.rest", { count: rest.length })}</summary>
            <ul>
              {rest.map((stop) => (
                <li>
                  {v.t(`how.${stop.how}`)}{" "}
                  {stop.report === null ? stop.name : <a href={paths.report(stop.report)}>{stop.name}</a>}
                </li>
              ))}
            </ul>
          </details>
        </li>
      )}
    </ol>
  );
}
