import type { Channel } from "../model/channel.ts";
import type { Entry } from "../model/entry.ts";
import type { Lang } from "../model/language.ts";
import { SECTIONS } from "../model/statement.ts";
import type { Clock } from "../model/time.ts";
import { composeLetter } from "../deliver/compose.ts";
import type { Lane } from "../deliver/dispatch.ts";
import { originalsOf, plansFor } from "../deliver/plan.ts";
import type { DeliveryChannel, DispatchPlan, Ledger } from "../deliver/ports.ts";
import type { ChannelCheck, ExpectedReach } from "../web/delivery-ports.ts";
import type { Foreseen } from "./draft-entries.ts";

/** What publishing something would send, before anybody publishes it. Plans and sends nothing. */
export interface DeliveryForecast {
  /** Whom it would reach, for each channel that is set up. */
  reach(foreseen: Foreseen): Promise<readonly ExpectedReach[]>;
  /** What channels say about its letters in these languages. */
  checks(foreseen: Foreseen, languages: readonly Lang[]): readonly ChannelCheck[];
}

export function createForecast(
  ledger: Pick<Ledger, "carrying" | "reachable">,
  channels: readonly DeliveryChannel[],
  clock: Clock,
): DeliveryForecast {
  const names = channels.map(({ name }) => name);

  async function plansOf({ history, entries }: Foreseen): Promise<readonly DispatchPlan[]> {
    const plans: DispatchPlan[] = [];
    for (const entry of entries) {
      const originals = originalsOf(entry, history);
      const carriers = originals.length === 0 ? [] : await ledger.carrying(originals);
      plans.push(...plansFor(entry, carriers, { history, channels: names, now: clock() }));
    }
    return plans;
  }

  async function reachOn(channel: Channel, plans: readonly DispatchPlan[]): Promise<ExpectedReach> {
    const own = plans.filter(({ dispatch }) => dispatch.channel === channel);
    const [before, others] = (["got-original", "subscribed"] as const).map((why) =>
      own.filter(({ dispatch }) => dispatch.why === why).flatMap(({ audience }) => audience),
    );
    const counts = await ledger.reachable(channel, [...(before ?? []), ...(others ?? [])]);
    const sum = (some: readonly number[]): number => some.reduce((total, count) => total + count, 0);
    const first = before?.length ?? 0;
    return { channel, gotOriginal: sum(counts.slice(0, first)), others: sum(counts.slice(first)) };
  }

  return {
    async reach(foreseen) {
      const plans = await plansOf(foreseen);
      return Promise.all(names.map((channel) => reachOn(channel, plans)));
    },
    checks({ history, entries }, languages) {
      return entries.flatMap((entry) => {
        const lane = laneOf(entry);
        if (lane === null) return [];
        return languages.flatMap((lang) => {
          const variant = { lang, topics: SECTIONS, area: "", entries: [entry.id] };
          const letter = composeLetter(history, variant, { lane, why: "subscribed" });
          return channels.flatMap((channel) =>
            channel.check(letter).map((problem) => ({ ...problem, channel: channel.name, lang })),
          );
        });
      });
    },
  };
}

/** Null for what nobody is sent. */
function laneOf({ kind }: Entry): Lane | null {
  if (kind === "edition" || kind === "correction") return kind;
  return kind === "notice" ? "urgent" : null;
}
