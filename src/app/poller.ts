import type { Context } from "./context.ts";
import type { Intake } from "./intake.ts";
import type { History } from "../model/history.ts";
import { standingNotices } from "../model/notice.ts";
import type { Instant } from "../model/time.ts";

const POLL_EVERY_MS = 15_000;
const SOURCES_A_TURN = 20;
const REFRESH_EVERY_MS = 600_000;
/** How much longer than its time an urgent notice may stand where readers have no scripts. */
const NOTICES_EVERY_MS = 15_000;

/**
 * Polls sources that are due, lets old pages say how old they are, and takes urgent notices away whose time is over.
 * Returns a function that stops it, soon.
 */
export function startPoller(context: Context, intake: Pick<Intake, "pollDue">): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  // Each on its own: a slow source must not keep old pages from saying so.
  const stops = [
    every(POLL_EVERY_MS, context, async () => {
      if (context.config.poll) await intake.pollDue(SOURCES_A_TURN, signal);
    }),
    every(REFRESH_EVERY_MS, context, async () => {
      await context.press.refresh();
    }),
    every(NOTICES_EVERY_MS, context, async () => {
      if (isNoticeOver(context.press.history(), context.clock())) await context.press.refresh();
    }),
  ];
  return async () => {
    stopping.abort();
    await Promise.all(stops.map((stop) => stop()));
  };
}

/** Has the time of a notice run out since the pages were made? */
function isNoticeOver(history: History, now: Instant): boolean {
  const { publication } = history;
  if (publication === null) return false;
  return standingNotices(history, publication.value.at).some(({ value }) => value.expires <= now);
}

/** Does a task again and again; a turn that comes while the last one still runs is left out. */
function every(ms: number, { logger }: Pick<Context, "logger">, task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  const turn = async (): Promise<void> => {
    try {
      await task();
    } catch (error) {
      logger({ level: "error", event: "poller.failed", message: String(error) });
    } finally {
      running = null;
    }
  };
  const timer = setInterval(() => {
    running ??= turn();
  }, ms);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
