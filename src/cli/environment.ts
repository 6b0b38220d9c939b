import { readConfig, type Config } from "../app/config.ts";
import { openApp, type App, type OpenOptions } from "../app/open.ts";

/** The configuration of this call. Throws CONFIG_INVALID. */
export function config(): Config {
  return readConfig(process.env, process.stderr.isTTY);
}

/** Opens the house, does the work, closes it whatever happened. */
export async function withApp<T>(
  work: (app: App) => Promise<T>,
  options: OpenOptions & { readonly config?: Config } = {},
): Promise<T> {
  const app = await openApp(options.config ?? config(), options);
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

/** Resolves when the process is asked to stop. */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}
