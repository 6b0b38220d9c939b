import type { Reading } from "../language/sentences.ts";
import { isSame } from "./carrier-hands.ts";
import { coreOf } from "./carrier-relay.ts";
import type { Relay } from "./carrier-relay.ts";
import type { Found } from "./found.ts";

/** Words for sending on what one was sent: whoever is said to have told the sender is the source of it. */
const SENT_ON = /^(?:wir|cabl|inform|relay|repeat|pass|forward|brief|circulat|transmit)/;

/**
 * Attributions to whoever is said, in a relative clause, to have told the source: "the chaplain, who had the news from the
 * captain, said that …". The one they are made from stays. `found`: of the whole text.
 */
export function relayedAttributions(
  reading: Reading,
  found: readonly Found[],
  relaysIn: (sentence: number) => readonly Relay[],
): Found[] {
  const made: Found[] = [];
  for (const one of found) {
    if (one.source === null || !one.spoken || one.content.length === 0 || one.rule === "silence") continue;
    const relays = relaysIn(one.sentence);
    if (relays.length === 0) continue;
    let deep: Found = one;
    for (let steps = 0; steps < 4; steps += 1) {
      const next = deeper(reading, deep, one, relays);
      if (next === null || found.some((other) => isKnown(other, next))) break;
      made.push(next);
      deep = next;
    }
  }
  return made;
}

function deeper(reading: Reading, one: Found, first: Found, relays: readonly Relay[]): Found | null {
  if (one.source === null) return null;
  const source = coreOf(reading, one.source);
  const cue = reading.tokens[(first.cue[0]?.to ?? 0) - 1]?.lower ?? "";
  // "told the purser, who told the captain …"
  const toldOn = /^(?:who|which)$/.test(reading.tokens[(first.source?.to ?? 0) - 1]?.lower ?? "");
  const relay = relays.find(
    (r) =>
      r.from !== null &&
      (r.kind === "heard" ||
        r.kind === "asked" ||
        (r.kind === "told" && (SENT_ON.test(cue) || (toldOn && cue === "told")))) &&
      isSame(reading, r.to, source) &&
      !first.cue.some((c) => c.from <= r.at && r.at < c.to) &&
      !one.via.some((via) => r.from !== null && isSame(reading, via, r.from)),
  );
  if (relay === undefined || relay.from === null) return null;
  return {
    ...one,
    rule: "relayed",
    source: relay.from,
    cue: [{ from: relay.at, to: relay.at + 1 }],
    via: [...one.via, source],
    addressee: one === first ? (first.addressee ?? null) : (one.addressee ?? null),
  };
}

function isKnown(other: Found, made: Found): boolean {
  return (
    other.source !== null &&
    made.source !== null &&
    other.sentence === made.sentence &&
    other.source.from === made.source.from &&
    other.content[0]?.[0] === made.content[0]?.[0]
  );
}
