import type { Lane, Outcome } from "../deliver/dispatch.ts";

/** How an outcome is written: its place in OUTCOMES. Never changed: ledgers last. */
const BYTES: Readonly<Record<Outcome, number>> = {
  planned: 0,
  accepted: 1,
  failed: 2,
  retrying: 3,
  unknown: 4,
  left: 5,
  expired: 6,
  merged: 7,
};

/**
 * Beside an outcome: an earlier hand-over to this recipient was in doubt before somebody chose to send again, so it may
 * have arrived whatever became of the second.
 */
const MAYBE_EARLIER = 0x80;

const OUTCOME_OF = new Map(Object.entries(BYTES).map(([outcome, byte]) => [byte, outcome as Outcome]));

/** An outcome as it is written. */
export function byteOf(outcome: Outcome): number {
  return BYTES[outcome];
}

/** The byte of somebody who is tried again after `byte`. */
export function triedAgain(byte: number): number {
  const maybe = outcomeOf(byte) === "unknown" || (byte & MAYBE_EARLIER) !== 0;
  return BYTES.retrying | (maybe ? MAYBE_EARLIER : 0);
}

/** The byte of somebody who waited to be tried again when it was over. */
export function ended(byte: number, outcome: "expired" | "merged"): number {
  return BYTES[outcome] | (byte & MAYBE_EARLIER);
}

/** What a byte says. Throws RangeError on one that no program of ours wrote. */
export function outcomeOf(byte: number): Outcome {
  const outcome = OUTCOME_OF.get(byte & ~MAYBE_EARLIER);
  if (outcome === undefined) throw new RangeError(`The ledger holds an outcome that is none: ${byte}.`);
  return outcome;
}

/** Did it reach this recipient, or may it have? */
export function mayHaveReached(byte: number): boolean {
  return byte === BYTES.accepted || byte === BYTES.unknown || (byte & MAYBE_EARLIER) !== 0;
}

const LANE_NUMBERS: Readonly<Record<Lane, number>> = { urgent: 0, correction: 1, edition: 2, digest: 3 };

/** A lane as it is written: sorts as LANES do. */
export function laneNumber(lane: Lane): number {
  return LANE_NUMBERS[lane];
}

/** What a lane number says. */
export function laneOf(number: number): Lane {
  const found = (Object.keys(LANE_NUMBERS) as Lane[]).find((lane) => LANE_NUMBERS[lane] === number);
  if (found === undefined) throw new RangeError(`The ledger holds a lane that is none: ${number}.`);
  return found;
}
