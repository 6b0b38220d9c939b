import { paths } from "../paths.ts";
import type { Stop } from "../origin-lanes.ts";
import { reasonText } from "../reason.ts";
import type { View } from "../view.ts";
import { BriefTime } from "./time.tsx";

const SAYS_MORE: ReadonlySet<Stop["how"]> = new Set(["copied", "credited", "owned"]);

/** One publication on the way: its name and time, and why the machine links it with the one before. */
export function StopBox(p: { readonly v: View; readonly stop: Stop }) {
  const { v, stop } = p;
  return (
    <div class={`node stop ${stop.report === null ? "absent" : ""} ${stop.stance}`}>
      <p class="node-name">{stop.report === null ? stop.name : <a href={paths.report(stop.report)}>{stop.name}</a>}</p>
      <p class="soft line">
        {stop.report === null ? v.t("origins.absent") : stop.at === null ? null : <BriefTime v={v} at={stop.at} />}
        {stop.stance === "denies" ? <span class="chip strong">{v.t("stance.denies")}</span> : null}
      </p>
      {stop.reason !== null && SAYS_MORE.has(stop.how) ? <p class="soft">{reasonText(v, stop.reason)}</p> : null}
    </div>
  );
}
