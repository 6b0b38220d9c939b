import type { Context } from "./context.ts";

/** How long somebody who has just taken something in waits to see at once what the machine finds in it. */
const PATIENCE_MS = 2000;

/** Resolves when nothing waits to be read any more, or when somebody's patience is over: the rest shows up by itself. */
export async function soon({ backlog }: Pick<Context, "backlog">): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  await Promise.race([backlog.settled(), enough]);
  clearTimeout(timer);
}
