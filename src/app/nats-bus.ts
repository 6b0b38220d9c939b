import type { Logger } from "./log.ts";
import { connectNats, watchNats } from "./nats.ts";
import { createLocalBus, type LiveBus } from "../web/live/bus.ts";
import { liveEventOf, type LiveEvent } from "../web/live/event.ts";

export interface NatsBusOptions {
  /** `nats://127.0.0.1:4222`, or several, comma-separated. */
  readonly servers: string;
  /** Before the names of all subjects: one for each office that shares the servers. */
  readonly prefix: string;
  readonly logger: Logger;
}

/**
 * Between processes over NATS. One that was away asks for the newest event when it is back, and whoever knows one says
 * it again; events carry numbers, so hearing one twice does no harm. Throws CONFIG_INVALID when no server answers.
 */
export async function createNatsBus({ servers, prefix, logger }: NatsBusOptions): Promise<LiveBus> {
  const connection = await connectNats(servers);
  const local = createLocalBus();
  const [said, asked] = [`${prefix}.live.event`, `${prefix}.live.newest`];
  let newest: LiveEvent | null = null;

  const note = (event: LiveEvent): boolean => {
    if (newest !== null && event.number <= newest.number) return false;
    newest = event;
    return true;
  };
  const say = (event: LiveEvent): void => {
    if (!connection.isClosed()) connection.publish(said, JSON.stringify(event));
  };

  connection.subscribe(said, {
    callback: (error, message) => {
      if (error !== null) return;
      const event = liveEventOf(parsed(message.string()));
      if (event !== null && note(event)) local.publish(event);
    },
  });
  connection.subscribe(asked, {
    callback: (error) => {
      if (error === null && newest !== null) say(newest);
    },
  });
  connection.publish(asked);
  // From here on the server has our subscriptions: what anybody says next is heard.
  await connection.flush();
  const watching = watchNats(connection, logger, () => connection.publish(asked));

  return {
    publish(event) {
      if (!note(event)) return;
      local.publish(event);
      say(event);
    },
    listen(heard) {
      // What came in before anybody listened.
      if (newest !== null) heard(newest);
      return local.listen(heard);
    },
    async close() {
      await local.close();
      await connection.drain().catch(() => connection.close());
      await watching;
    },
  };
}

/** Null for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
