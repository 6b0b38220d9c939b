/** What readers' pages are told when something was published. */
export interface LiveEvent {
  /** Counts up with each publication; the event's id. */
  readonly number: number;
  /** The latest edition; 0 before the first. */
  readonly edition: number;
  /** Links to the pages that changed, `/en/corrections/`; null: more than are listed, or which ones is not known. */
  readonly pages: readonly string[] | null;
  /** Urgent notices that stand. */
  readonly notices: number;
}

/** One event costs at most so much on each of thousands of lines: what does not fit is "not known which". */
const PAGES_MAX = 64;
const CHARACTERS_MAX = 2048;

/** The pages of an event, or null where they are too many to list. */
export function listedPages(pages: Iterable<string>): readonly string[] | null {
  const listed = [...new Set(pages)];
  return listed.length > PAGES_MAX || listed.join().length > CHARACTERS_MAX ? null : listed;
}

/** The event as it goes over the wire (HTML Standard §9.2.5), encoded once for all readers. */
export function frameOf(event: LiveEvent): Buffer {
  return Buffer.from(`event: publication\nid: ${event.number}\ndata: ${JSON.stringify(event)}\n\n`);
}

/** The first thing that a reader gets: where we are, and after how long to come back when the line breaks. */
export function helloOf(number: number, retryMs: number): string {
  return `retry: ${retryMs}\nevent: hello\nid: ${number}\ndata: ${number}\n\n`;
}

/** A comment: keeps the line open and shows who is gone. */
export const HEARTBEAT = Buffer.from(":\n\n");

/** An event as another process sent it; null for anything else. */
export function liveEventOf(value: unknown): LiveEvent | null {
  if (typeof value !== "object" || value === null) return null;
  const { number, edition, pages, notices } = value as Record<string, unknown>;
  if (!isCount(number) || !isCount(edition) || !isCount(notices)) return null;
  const known = Array.isArray(pages) && pages.every((page): page is string => typeof page === "string");
  return { number, edition, notices, pages: known ? listedPages(pages) : null };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
