import type { Context } from "./context.ts";
import type { Intake } from "./intake.ts";

const POLL_EVERY_MS = 15_000;
const SOURCES_A_TURN = 20;
const REFRESH_EVERY_MS = 600_000;

/** Polls sources that are due and lets old pages say how old they are. Returns a function that stops it, soon. */
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
  ];
  return async () => {
    stopping.abort();
    await Promise.all(stops.map((stop) => stop()));
  };
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
