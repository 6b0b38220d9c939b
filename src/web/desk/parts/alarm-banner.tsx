import { isChannel } from "../../../model/channel.ts";
import type { DispatchId } from "../../../model/id.ts";
import type { DeliveryAlarm } from "../../delivery-ports.ts";
import { channelName, dispatchName, troubleText } from "../dispatch-words.ts";
import { paths } from "../paths.ts";
import type { View } from "../view.ts";
import { Time } from "./time.tsx";

/** What is wrong with delivery now, above every page of the desk. */
export function AlarmBanner(p: { readonly v: View }) {
  const { v } = p;
  if (v.alarms.length === 0) return null;
  return (
    <section class="notice alarm" aria-labelledby="alarm-title" id="alarm">
      <h2 id="alarm-title">{v.t("alarm.title")}</h2>
      <ul>
        {v.alarms.map((alarm) => (
          <li>
            {alarmText(v, alarm)} <span class="soft">{v.t("alarm.since")}</span> <Time v={v} at={alarm.since} short />{" "}
            <a href={alarm.kind === "urgent" ? paths.dispatch(alarm.about) : paths.delivery()}>{v.t("alarm.look")}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function alarmText(v: View, { kind, about, code }: DeliveryAlarm): string {
  if (kind === "urgent") return v.t("alarm.urgent", { what: dispatchName(v, about as DispatchId) });
  const channel = isChannel(about) ? channelName(v, about) : about;
  return `${v.t("alarm.canary", { channel })} ${troubleText(v, code)}`;
}
