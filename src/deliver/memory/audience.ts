import type { Channel } from "../../model/channel.ts";
import type { SubscriberNumber } from "../../model/id.ts";
import { SECTIONS } from "../../model/statement.ts";
import type { Subscriber } from "../../model/subscriber.ts";
import type { Dispatch, Variant } from "../dispatch.ts";
import type { Audience } from "../ports.ts";
import type { KeptRange } from "./range.ts";

interface Recipient {
  readonly number: SubscriberNumber;
  readonly variant: Variant;
}

/** Whom an audience means, by the plain reading of the port. */
export function recipientsFor(
  audience: Audience,
  channel: Channel,
  people: readonly Subscriber[],
  dispatches: readonly Dispatch[],
  ranges: readonly KeptRange[],
): readonly Recipient[] {
  if (audience.kind === "subscribed") return subscribed(audience, channel, people, ranges);
  const from = audience.kind === "merged" ? audience.from : audience.dispatches;
  const newestFirst = dispatches.filter(({ id }) => from.includes(id)).toReversed();
  const there = new Map(people.map((one) => [one.number, one]));
  return newestFirst.flatMap(({ id }) =>
    ranges
      .filter(({ dispatch }) => dispatch === id)
      .flatMap((range) =>
        range.recipients
          .filter((number, i) =>
            audience.kind === "merged"
              ? range.outcomes[i] === "merged" && there.get(number)?.status === "active"
              : carried(range.variant, audience) && mayHaveReached(range, i) && there.has(number),
          )
          .map((number) => ({ number, variant: { ...range.variant, entries: audience.entries } })),
      ),
  );
}

function carried({ topics, area }: Variant, wrong: Extract<Audience, { readonly kind: "got-original" }>): boolean {
  const sections = topics.some((topic) => SECTIONS.some((section) => section === topic));
  const topic = wrong.topic === null || topics.includes(wrong.topic) || !sections;
  return topic && (wrong.area === "" || area === "" || area === wrong.area);
}

function mayHaveReached(range: KeptRange, i: number): boolean {
  const outcome = range.outcomes[i];
  if (outcome === "accepted" || outcome === "unknown" || range.maybeEarlier.has(i)) return true;
  return i >= range.settled && i < range.started;
}

function subscribed(
  { frequencies, topics, hour, areas, entries, without }: Extract<Audience, { readonly kind: "subscribed" }>,
  channel: Channel,
  people: readonly Subscriber[],
  ranges: readonly KeptRange[],
): readonly Recipient[] {
  const planned = new Set(
    ranges.filter(({ dispatch }) => without.includes(dispatch)).flatMap(({ recipients }) => recipients),
  );
  return people.flatMap(({ number, channel: own, status, wishes }) => {
    const common = wishes.topics.filter((topic) => topics.includes(topic));
    const wanted =
      own === channel &&
      status === "active" &&
      frequencies.includes(wishes.frequency) &&
      common.length > 0 &&
      (hour === null || wishes.frequency !== "daily" || wishes.hour === hour) &&
      (areas === null || ["", ...areas].includes(wishes.area)) &&
      !planned.has(number);
    return wanted ? [{ number, variant: { lang: wishes.lang, topics: common, area: wishes.area, entries } }] : [];
  });
}
