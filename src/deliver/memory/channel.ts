import type { Channel } from "../../model/channel.ts";
import { TocsinError } from "../../model/error.ts";
import type { Letter, Outgoing } from "../letter.ts";
import type { DeliveryChannel, Result } from "../ports.ts";
import { TROUBLE_CODES } from "../trouble-codes.ts";

/** What arrived, as a test or a demonstration reads it. */
export interface Arrived {
  readonly outgoing: Outgoing;
  readonly letter: Letter;
}

export interface MemoryChannel extends DeliveryChannel {
  /** In the order of arrival. */
  readonly arrived: readonly Arrived[];
  /** Whether something would come from here after `close`. */
  readonly closed: boolean;
}

/** How a recipient answers; `hang` takes the message and never answers. */
export type MemoryAnswer = Result | "hang";

/** A channel that keeps what it is given. `answer` says what becomes of each; without it everybody accepts. */
export function createMemoryChannel(
  name: Channel = "email",
  answer: (outgoing: Outgoing) => MemoryAnswer = () => ({ outcome: "accepted" }),
): MemoryChannel {
  const arrived: Arrived[] = [];
  const ending = new AbortController();
  const unknown: Result = { outcome: "unknown", code: "ABORTED", reason: TROUBLE_CODES.ABORTED };
  return {
    name,
    width: 16,
    arrived,
    get closed() {
      return ending.signal.aborted;
    },
    check: ({ title }) =>
      title === "" ? [{ code: "NO_TITLE", message: "The message would have no title.", blocks: true }] : [],
    address(text) {
      const address = text.trim().toLowerCase();
      if (!/^[^\s@]+@[^\s@]+$/.test(address)) throw new TocsinError("ADDRESS_INVALID", "That is not an address.");
      return address;
    },
    async send(outgoing, signal) {
      if (ending.signal.aborted || signal.aborted)
        return { outcome: "failed", code: "NOT_SENT", reason: TROUBLE_CODES.NOT_SENT, permanent: false };
      const result = answer(outgoing);
      if (result === "hang" || result.outcome === "accepted") arrived.push({ outgoing, letter: outgoing.letter });
      if (result !== "hang") return result;
      return new Promise((resolve) => {
        const stop = (): void => resolve(unknown);
        signal.addEventListener("abort", stop, { once: true });
        ending.signal.addEventListener("abort", stop, { once: true });
      });
    },
    close() {
      ending.abort();
      return Promise.resolve();
    },
  };
}
