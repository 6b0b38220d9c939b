/** Work that waits or runs at once, at most; what comes on top is left out. */
const WAITING_MAX = 5000;
const WIDTH = 8;
/** By then the answer is on its way: how long the work takes cannot be seen in it. */
const DELAY_MS = 100;

export interface AfterAnswer {
  /** False: there is too much to do, and this will not be done. */
  add(work: () => Promise<void>): boolean;
  /** Resolves when everything added is done. */
  settled(): Promise<void>;
}

/** Does work after the request that caused it was answered. `onError` hears of what fails. */
export function createAfterAnswer(onError: (error: unknown) => void): AfterAnswer {
  const waiting: (() => Promise<void>)[] = [];
  const running = new Set<Promise<void>>();

  async function hand(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, DELAY_MS));
    for (let work = waiting.shift(); work !== undefined; work = waiting.shift()) {
      try {
        await work();
      } catch (error) {
        onError(error);
      }
    }
  }

  return {
    add(work) {
      if (waiting.length >= WAITING_MAX) return false;
      waiting.push(work);
      if (running.size < WIDTH) {
        const one = hand().finally(() => running.delete(one));
        running.add(one);
      }
      return true;
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
