import type { Context } from "./context.ts";
import type { Intake } from "./intake.ts";

const TICK_MS = 15_000;
const SOURCES_A_TICK = 20;
const REFRESH_EVERY_TICKS = 40;

/** Polls sources that are due and lets old pages say how old they are. Returns a function that stops it. */
export function startPoller(context: Context, intake: Pick<Intake, "pollDue">): () => Promise<void> {
  let stopped = false;
  let ticks = 0;
  let running: Promise<void> = Promise.resolve();
  const tick = async (): Promise<void> => {
    try {
      if (context.config.poll) await intake.pollDue(SOURCES_A_TICK);
      ticks += 1;
      if (ticks % REFRESH_EVERY_TICKS === 0) await context.press.refresh();
    } catch (error) {
      context.logger({ level: "error", event: "poller.failed", message: String(error) });
    }
  };
  const timer = setInterval(() => {
    running = running.then(() => (stopped ? undefined : tick()));
  }, TICK_MS);
  timer.unref();
  return async () => {
    stopped = true;
    clearInterval(timer);
    await running;
  };
}
