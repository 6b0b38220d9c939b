import type { NoticeId } from "./id.ts";
import type { LocalText } from "./language.ts";
import type { Instant } from "./time.ts";

/** What the public must hear before the next edition: short, for now, with an end. Needs two people. */
export interface Notice {
  readonly id: NoticeId;
  readonly headline: LocalText;
  readonly text: LocalText;
  /** Plain name of the area; empty for the whole country. */
  readonly area: LocalText;
  /** From then on it is neither shown as standing nor sent. */
  readonly expires: Instant;
  /** The notice that this one replaces; null for a new one. */
  readonly replaces: NoticeId | null;
  /** True: nothing comes in its place, the replaced one is over (CAP 1.2 §3.2.1 msgType Cancel). */
  readonly ends: boolean;
}
