import { Agent, buildConnector, type Dispatcher } from "undici";
import { isTocsinError } from "../model/error.ts";
import { guardedConnect, type Resolve } from "../model/guarded-connect.ts";
import type { AllowList } from "../model/public-address.ts";
import type { TroubleCode } from "./trouble-codes.ts";

/** How handing one request over ended. `sent`: something of it may have gone out. */
export type Handed =
  /** `text`: what was answered, where it was asked for and is short. */
  | {
      readonly kind: "answered";
      readonly status: number;
      readonly retryAfter: string | null;
      readonly text?: string;
    }
  | { readonly kind: "lost"; readonly sent: boolean; readonly code: TroubleCode };

export interface Wire {
  /** With `keep` it reads so many bytes of the answer, else it is done with the answer's head. */
  post(
    url: URL,
    headers: Readonly<Record<string, string>>,
    body: Buffer,
    signal: AbortSignal,
    keep?: number,
  ): Promise<Handed>;
  close(): Promise<void>;
}

export interface WireOptions {
  /** Addresses besides the public ones that may be connected to. */
  readonly allow: AllowList;
  /** Certificates that are trusted in place of the usual ones, PEM. */
  readonly ca?: string;
  readonly timeoutMs: number;
  /** To one origin at once, at most. */
  readonly connections: number;
}

const CONNECT_MS = 10_000;
const IDLE_MS = 10_000;
const HEADER_BYTES_MAX = 16_384;
/** What an answer says beyond its status is of no use; a short one is read so that the connection can be used again. */
const BODY_BYTES_MAX = 65_536;
/** … and for so long: what drips beyond that is cut, so that nobody can keep our connections. */
const BODY_MS = 5000;

/** Sends over kept connections, to addresses that are allowed alone; redirects are not followed. */
export function createWire(options: WireOptions, resolve: Resolve): Wire {
  const { allow, timeoutMs, connections, ca } = options;
  const connection = { timeout: CONNECT_MS, allowH2: false, ...(ca === undefined ? {} : { ca }) };
  const agent = new Agent({
    connections,
    pipelining: 1,
    allowH2: false,
    keepAliveTimeout: IDLE_MS,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxHeaderSize: HEADER_BYTES_MAX,
    connect: guardedConnect(allow, resolve, (lookup, port) => buildConnector({ ...connection, lookup, port })),
  });
  return {
    post: (url, headers, body, signal, keep = 0) =>
      new Promise((done) => {
        const path = url.pathname + url.search;
        agent.dispatch({ origin: url.origin, path, method: "POST", headers, body }, listener(signal, keep, done));
      }),
    close: () => agent.destroy(),
  };
}

function listener(signal: AbortSignal, keep: number, done: (handed: Handed) => void): Dispatcher.DispatchHandler {
  const chunks: Buffer[] = [];
  /** The answer's head, while its text is being read. */
  let head: Extract<Handed, { readonly kind: "answered" }> | null = null;
  let control: Dispatcher.DispatchController | null = null;
  let sent = false;
  let bytes = 0;
  let patience: NodeJS.Timeout | undefined;
  const settle = (handed: Handed): void => {
    signal.removeEventListener("abort", stop);
    done(handed);
  };
  const lost = (code: TroubleCode): void => settle({ kind: "lost", sent, code: sent ? code : beforeSending(code) });
  function stop(): void {
    lost("ABORTED");
    control?.abort(new Error("stopped"));
  }
  if (signal.aborted) lost("NOT_SENT");
  else signal.addEventListener("abort", stop, { once: true });
  return {
    onRequestStart(controller) {
      control = controller;
      if (signal.aborted) controller.abort(new Error("stopped"));
      else sent = true;
    },
    onResponseStart(_controller, status, headers) {
      if (status < 200) return;
      const retryAfter = headers["retry-after"];
      head = { kind: "answered", status, retryAfter: typeof retryAfter === "string" ? retryAfter : null };
      if (keep === 0) settle(head);
      patience = setTimeout(() => control?.abort(new Error("too slow")), BODY_MS);
      patience.unref();
    },
    onResponseData(controller, chunk) {
      bytes += chunk.length;
      if (bytes <= keep) chunks.push(chunk);
      if (bytes > Math.max(keep, BODY_BYTES_MAX)) controller.abort(new Error("too much"));
    },
    onResponseEnd() {
      clearTimeout(patience);
      if (head === null) lost("ANSWER_LOST");
      else settle(bytes <= keep ? { ...head, text: Buffer.concat(chunks).toString("utf8") } : head);
    },
    onResponseError(_controller, error) {
      clearTimeout(patience);
      lost(codeOf(error, sent));
    },
  };
}

const beforeSending = (code: TroubleCode): TroubleCode => (code === "ABORTED" ? "NOT_SENT" : code);

function codeOf(error: unknown, sent: boolean): TroubleCode {
  const chain = causesOf(error);
  if (chain.some((one) => isTocsinError(one, "FETCH_ADDRESS_BLOCKED"))) return "ADDRESS_BLOCKED";
  const codes = chain.flatMap((one) => ("code" in one && typeof one.code === "string" ? one.code : []));
  const has = (pattern: RegExp): boolean => codes.some((code) => pattern.test(code));
  if (sent) {
    if (has(/^UND_ERR_(HEADERS|BODY)_TIMEOUT$/)) return "ABORTED";
    return has(/^(HPE_|UND_ERR_HEADERS_OVERFLOW)/) ? "ANSWER_UNREADABLE" : "ANSWER_LOST";
  }
  if (has(/^UND_ERR_(DESTROYED|CLOSED|ABORTED)$/)) return "NOT_SENT";
  if (has(/^UND_ERR_INVALID_ARG$/)) return "INTERNAL";
  return has(/^(ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|EPROTO)/) ? "TLS_FAILED" : "NETWORK";
}

/** An error, what caused it, and what an AggregateError gathers. */
function causesOf(error: unknown, depth = 0): readonly object[] {
  if (typeof error !== "object" || error === null || depth > 5) return [];
  const inner = error instanceof AggregateError ? error.errors : [];
  const cause = error instanceof Error ? error.cause : undefined;
  return [error, ...[cause, ...inner].flatMap((one) => causesOf(one, depth + 1))];
}
