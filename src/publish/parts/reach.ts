import type { Dated } from "../../model/history.ts";
import type { ChannelReach, Reach } from "../../model/reach.ts";
import { html, nothing, type Html } from "../html.ts";
import { time, type Locale } from "../locale.ts";

/** How many of those who got the original a correction reached: in all, then by channel. */
export function reachLine(locale: Locale, reach: Dated<Reach> | undefined): Html {
  if (reach === undefined) return nothing;
  const { messages, dates } = locale;
  const number = new Intl.NumberFormat(messages.lang);
  const told = (accepted: number, planned: number): string =>
    messages.t("reach.of", { accepted: number.format(accepted), planned: number.format(planned) });
  const { channels } = reach.value;
  const sum = (of: (one: ChannelReach) => number): number => channels.reduce((total, one) => total + of(one), 0);
  const planned = sum((one) => one.planned);
  if (planned === 0) return html`<p class="q">${messages.t("reach.nobody")}</p>`;
  return html`<p class="q reach">
    ${messages.rich("reach.all", {
      told: told(
        sum((one) => one.accepted),
        planned,
      ),
      moment: time(reach.time, dates.moment(reach.time)),
    })}${
      channels.length < 2
        ? nothing
        : html` ${channels
            .filter((one) => one.planned > 0)
            .map((one) => `${messages.t(`channel.${one.channel}`)}: ${told(one.accepted, one.planned)}`)
            .join(" · ")}`
    }
  </p>`;
}
