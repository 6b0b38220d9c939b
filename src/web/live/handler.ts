import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { setImmediate as turn } from "node:timers/promises";
import { frameOf, HEARTBEAT, helloOf, type LiveEvent } from "./event.ts";
import { Guests } from "./guests.ts";
import { RecentEvents } from "./recent.ts";

/** Bounds of live lines. */
export const LIVE_LIMITS = {
  /** Lines at once; whoever comes on top is asked to come back later. */
  clientsMax: 12_000,
  /** Lines of one address: a shelter or a mobile network may stand behind it. */
  perAddressMax: 400,
  /** Bytes that a reader may be behind with before the line is cut. */
  behindMax: 65_536,
  /** Proxies give up on lines that are silent for a minute. */
  heartbeatMs: 20_000,
} as const;

export interface LiveOptions {
  /** Security headers of every answer. */
  readonly headers: Readonly<Record<string, string>>;
  /** Address of the client, for the limit. */
  readonly addressOf: (req: IncomingMessage) => string;
  /** The publication that is live now; 0: none. */
  readonly number: number;
  readonly limits?: Partial<Readonly<Record<keyof typeof LIVE_LIMITS, number>>>;
}

/** Server-Sent Events for readers' pages (HTML Standard §9.2), as a plain listener of node:http. */
export interface LiveHandler {
  (req: IncomingMessage, res: ServerResponse): void;
  /** Tells all readers. What is older than the last one told is left out. */
  tell(event: LiveEvent): void;
  /** Open lines. */
  readonly clients: number;
  /** Ends all lines; pages come back by themselves. */
  close(): void;
}

/** How long one turn of writing may take before requests of others have theirs. */
const TURN_MS = 8;
/** Lines written to between two looks at the clock. */
const STEP = 64;
/** After a break readers come back spread over this time, from RETRY_MS on. */
const RETRY_MS = 2000;
const SPREAD_MS = 10_000;

/** `/live`: one event for each publication. Nothing waits for a slow reader: the line is cut, and the page comes back. */
export function createLiveHandler(options: LiveOptions): LiveHandler {
  const limits = { ...LIVE_LIMITS, ...options.limits };
  const recent = new RecentEvents(options.number);
  const guests = new Guests();
  /** Open lines, each with what its address is counted under. */
  const lines = new Map<Socket, string>();
  const frames: Buffer[] = [];
  let writing = false;
  let closed = false;
  let served = 0;

  const common = [...Object.entries(options.headers).flat(), "Cache-Control", "no-store", "Connection", "close"];
  const stream = [...common, "Content-Type", "text/event-stream", "X-Accel-Buffering", "no"];
  const head = headOf(stream);

  // One function for all lines: node calls it with the socket as `this`.
  function gone(this: Socket): void {
    const key = lines.get(this);
    if (key === undefined) return;
    lines.delete(this);
    guests.leave(key);
  }

  function refuse(res: ServerResponse, status: number, text: string, extra: readonly string[] = []): void {
    res.writeHead(status, [...common, ...extra, "Content-Type", "text/plain; charset=utf-8"]).end(`${text}\n`);
  }

  function open(req: IncomingMessage, res: ServerResponse): void {
    const { socket, method } = req;
    // Several requests in one go: this one would have to wait for the end of a line that has none.
    if (res.socket === null) return void socket.destroy();
    if (method !== "GET" && method !== "HEAD")
      return refuse(res, 405, "This address can only be read.", ["Allow", "GET, HEAD"]);
    const later = ["Retry-After", "60"];
    if (closed || lines.size >= limits.clientsMax) return refuse(res, 503, "Too many are listening.", later);
    if (method === "HEAD") return void res.writeHead(200, stream).end();
    const key = guests.enter(options.addressOf(req), limits.perAddressMax);
    if (key === null) return refuse(res, 429, "Too many are listening from this address.", later);
    const since = sinceOf(req);
    served += 1;
    lines.set(socket, key);
    socket.on("close", gone);
    const missed = since === null ? null : recent.since(since);
    const hello = helloOf(recent.number, RETRY_MS + ((served * 997) % SPREAD_MS));
    // Past node's own answer, which would keep a copy of its head for as long as the line lasts. Neither length nor
    // chunks: the body ends with the connection, so that one buffer serves every line as it is.
    socket.write(`${head}Date: ${new Date().toUTCString()}\r\n\r\n${hello}`);
    if (missed !== null) socket.write(frameOf(missed));
    // A line lasts for hours: what it came with need not.
    req.rawHeaders.length = 0;
    req.headers = NO_HEADERS;
    return undefined;
  }

  function put(socket: Socket, frame: Buffer): void {
    if (!lines.has(socket)) return;
    if (socket.writableLength > limits.behindMax) socket.destroy();
    else socket.write(frame);
  }

  async function write(): Promise<void> {
    for (let frame = frames.shift(); frame !== undefined; frame = frames.shift()) {
      // Whoever comes from now on was told by the greeting.
      const readers = [...lines.keys()];
      let until = performance.now() + TURN_MS;
      for (const [i, socket] of readers.entries()) {
        put(socket, frame);
        if (i % STEP === 0 && performance.now() > until) {
          // oxlint-disable-next-line no-await-in-loop -- so that others have their turn
          await turn();
          until = performance.now() + TURN_MS;
        }
      }
    }
    writing = false;
  }

  function send(frame: Buffer): void {
    frames.push(frame);
    if (writing) return;
    writing = true;
    void write();
  }

  const heartbeat = setInterval(() => {
    if (!writing) send(HEARTBEAT);
  }, limits.heartbeatMs);
  heartbeat.unref();

  const handler = Object.assign(open, {
    tell(event: LiveEvent): void {
      const told = recent.add(event);
      if (told !== null && !closed) send(frameOf(told));
    },
    close(): void {
      closed = true;
      clearInterval(heartbeat);
      for (const socket of lines.keys()) socket.end();
    },
    clients: 0,
  });
  return Object.defineProperty(handler, "clients", { get: () => lines.size });
}

const NO_HEADERS = {};

/** The head of an answer but for its date, from names and values in turn. */
function headOf(headers: readonly string[]): string {
  const lines = headers.flatMap((name, i) => (i % 2 === 0 ? [`${name}: ${headers[i + 1] ?? ""}\r\n`] : []));
  return `HTTP/1.1 200 OK\r\n${lines.join("")}`;
}

/**
 * The last publication that the reader knows of: as its browser says when it comes back, or as its page asks. The list
 * of headers as it came is looked through: an object of them for each line would be the larger part of its memory.
 */
function sinceOf({ rawHeaders, url = "" }: IncomingMessage): number | null {
  const at = rawHeaders.findIndex((name, i) => i % 2 === 0 && name.toLowerCase() === "last-event-id");
  const text = at === -1 ? /[?&]since=(\d{1,15})(?:&|$)/.exec(url)?.[1] : rawHeaders[at + 1];
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
