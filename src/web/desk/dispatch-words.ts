import type { Channel } from "../../model/channel.ts";
import type { DispatchId } from "../../model/id.ts";
import { isInstant } from "../../model/time.ts";
import type { Tally } from "../../deliver/dispatch.ts";
import { isMessageKey } from "./messages.ts";
import { timeText } from "./parts/time.tsx";
import type { View } from "./view.ts";

/** What a dispatch carries, told from its id: `Edition 12`, `Digest of 3 Mar 2031, 08:00`. */
export function dispatchName(v: View, id: DispatchId): string {
  const [, kind = "", what = ""] = /^([a-z]+):([^/]+)/.exec(id) ?? [];
  if (kind === "digest") {
    const hour = `${what}:00:00Z`;
    return v.t("dispatch.what.digest", { when: isInstant(hour) ? timeText(v, hour, false) : what });
  }
  if (kind === "edition" || kind === "correction" || kind === "notice") {
    return v.t(`dispatch.what.${kind}`, { id: what });
  }
  return id;
}

export function channelName(v: View, channel: Channel): string {
  return v.t(`channel.${channel}`);
}

/** Why something did not arrive, as one plain sentence. Codes that nobody has translated are shown as they are. */
export function troubleText(v: View, code: string): string {
  const key = `trouble.${code}`;
  return isMessageKey(key) ? v.t(key) : v.t("trouble.other", { code });
}

/** Who has an outcome, of all. */
export function doneOf(tally: Tally): { readonly done: number; readonly total: number } {
  const { planned, underWay, accepted, failed, unknown, left, expired, merged } = tally;
  const done = accepted + failed + unknown + left + expired + merged;
  return { done, total: done + planned + underWay };
}
