import type { DispatchId, EntryId, SubscriberNumber } from "../model/id.ts";
import type { Lang } from "../model/language.ts";
import type { Instant } from "../model/time.ts";

/** A paragraph with what belongs to it. All texts are plain text in the letter's language. */
export interface LetterItem {
  readonly text: string;
  /** "known", "not known", "being done", "was wrong", "is right" in words; empty for none. */
  readonly label: string;
  /** As-of time, how sure, area: one short line; empty for none. */
  readonly note: string;
  /** Where it stands on the site; empty for none. */
  readonly url: string;
}

export interface LetterPart {
  /** Empty for the first, unnamed one. */
  readonly heading: string;
  readonly items: readonly LetterItem[];
}

/** What a variant of a dispatch says, before a channel dresses it. A pure function of the record. */
export interface Letter {
  readonly kind: "edition" | "correction" | "withdrawal" | "notice" | "digest";
  readonly lang: Lang;
  readonly dir: "ltr" | "rtl";
  readonly office: string;
  /** Subject, headline of a notification. */
  readonly title: string;
  /** The first sentence: all that a notification shows. */
  readonly lead: string;
  readonly parts: readonly LetterPart[];
  /** The page that says the same. */
  readonly url: string;
  readonly at: Instant;
  readonly entries: readonly EntryId[];
  /**
   * What a correction takes the place of, for channels that replace: the same for an original and all that corrects
   * it (`edition-12`, `s14`).
   */
  readonly thread: string;
  /** From then on it is not to be shown as standing; null: none. */
  readonly expires: Instant | null;
}

/** A letter for one recipient. */
export interface Outgoing {
  readonly letter: Letter;
  readonly dispatch: DispatchId;
  readonly dispatchNumber: number;
  /** Dispatches that this one threads under, newest first. */
  readonly threads: readonly { readonly id: DispatchId; readonly number: number; readonly ref: string | null }[];
  readonly subscriber: SubscriberNumber;
  /** In the clear, for the moment of handing over alone. */
  readonly address: string;
  /** Page to change or leave, and the address for one click (RFC 8058). */
  readonly links: { readonly manage: string; readonly leave: string };
}
