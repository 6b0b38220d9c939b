import { request, type Dispatcher } from "undici";
import { TocsinError } from "../model/error.ts";
import type { Resolve } from "../model/guarded-connect.ts";
import { parseAllowList, type AllowList } from "../model/public-address.ts";
import type { Clock, Instant } from "../model/time.ts";
import { ACCEPT_ENCODING, discardBody, readBody, tooLarge } from "./body.ts";
import { fetchError } from "./fetch-error.ts";
import type { FetchLimits } from "./fetch-limits.ts";
import { checkUrl, guardedAgent, systemResolve } from "./fetch-guard.ts";

/** What the fetcher needs from outside. */
export interface FetchPorts {
  readonly clock: Clock;
  readonly resolve?: Resolve;
}

export interface FetchOptions {
  /** Validators of an earlier answer, for a conditional GET (RFC 9110 §13); empty counts as none. */
  readonly etag?: string;
  readonly lastModified?: string;
  readonly signal?: AbortSignal;
}

export interface FetchedContent {
  readonly kind: "content";
  /** After redirects. */
  readonly url: string;
  readonly status: number;
  readonly bytes: Uint8Array;
  /** The header as it came; empty when there was none. */
  readonly contentType: string;
  /** The charset parameter of the content type, lower case. */
  readonly charset: string | null;
  readonly etag: string;
  readonly lastModified: string;
  readonly retrievedAt: Instant;
}

export type FetchResult = FetchedContent | { readonly kind: "not-modified" };

export interface Fetcher {
  /**
   * GET of a web address. Throws FETCH_SCHEME, FETCH_ADDRESS_BLOCKED, FETCH_TOO_LARGE, FETCH_TIMEOUT,
   * FETCH_REDIRECTS, FETCH_STATUS (with `detail.status`) or FETCH_FAILED, and nothing else.
   */
  get(url: string, options?: FetchOptions): Promise<FetchResult>;
  close(): Promise<void>;
}

/** Fetches what strangers name, from public addresses only, within limits. Throws CONFIG_INVALID on a bad `allow`. */
export function createFetcher(limits: FetchLimits, ports: FetchPorts): Fetcher {
  const allow = parseAllowList(limits.allow);
  const agent = guardedAgent(allow, limits, ports.resolve ?? systemResolve);
  return {
    async get(url, options = {}) {
      const timeout = AbortSignal.timeout(limits.timeoutMs);
      const signal = options.signal === undefined ? timeout : AbortSignal.any([timeout, options.signal]);
      try {
        return await follow(url, { limits, allow, agent, signal, options, clock: ports.clock });
      } catch (error) {
        throw fetchError(error, timeout.aborted, limits);
      }
    },
    close: () => agent.destroy(),
  };
}

interface Errand {
  readonly limits: FetchLimits;
  readonly allow: AllowList;
  readonly agent: Dispatcher;
  readonly signal: AbortSignal;
  readonly options: FetchOptions;
  readonly clock: Clock;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

async function follow(start: string, errand: Errand): Promise<FetchResult> {
  const { limits, allow, agent, signal, options } = errand;
  const headers = requestHeaders(limits, options);
  let url = checkUrl(start, allow);
  for (let hop = 0; hop <= limits.maxRedirects; hop += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each hop depends on the one before
    const response = await request(url, { dispatcher: agent, method: "GET", headers, signal });
    const location = header(response, "location");
    if (REDIRECTS.has(response.statusCode) && location !== "") {
      discardBody(response.body);
      url = checkUrl(location, allow, url);
    } else {
      return read(url, response, errand);
    }
  }
  throw new TocsinError("FETCH_REDIRECTS", `The address leads on more than ${limits.maxRedirects} times.`);
}

async function read(url: URL, response: Dispatcher.ResponseData, errand: Errand): Promise<FetchResult> {
  const { limits, options, clock } = errand;
  const status = response.statusCode;
  if (status === 304 && ((options.etag ?? "") !== "" || (options.lastModified ?? "") !== "")) {
    discardBody(response.body);
    return { kind: "not-modified" };
  }
  if (status < 200 || status > 299) {
    discardBody(response.body);
    throw new TocsinError("FETCH_STATUS", `The site answered ${status} instead of a page.`, { detail: { status } });
  }
  if (Number(header(response, "content-length")) > limits.maxBytes) {
    discardBody(response.body);
    throw tooLarge(limits.maxBytes);
  }
  const bytes = await readBody(response.body, header(response, "content-encoding"), limits.maxBytes);
  const contentType = header(response, "content-type");
  return {
    kind: "content",
    url: url.href,
    status,
    bytes,
    contentType,
    charset: charsetOf(contentType),
    etag: header(response, "etag"),
    lastModified: header(response, "last-modified"),
    retrievedAt: clock(),
  };
}

/** `text/html; charset="UTF-8"` → `utf-8`; null when it names none. */
export function charsetOf(contentType: string): string | null {
  return /;\s*charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType)?.[1]?.toLowerCase() ?? null;
}

function requestHeaders(limits: FetchLimits, options: FetchOptions): Record<string, string> {
  return {
    "user-agent": limits.baseUrl === "" ? "Tocsin/0.1" : `Tocsin/0.1 (+${limits.baseUrl})`,
    accept:
      "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, application/feed+json, */*;q=0.5",
    "accept-encoding": ACCEPT_ENCODING,
    ...(isHeaderText(options.etag) && { "if-none-match": options.etag }),
    ...(isHeaderText(options.lastModified) && { "if-modified-since": options.lastModified }),
  };
}

/** Validators come from a stranger's earlier answer: what could not stand in a header is left out. */
function isHeaderText(text: string | undefined): text is string {
  return text !== undefined && text !== "" && /^[\x20-\x7e]+$/.test(text);
}

function header(response: Dispatcher.ResponseData, name: string): string {
  const value = response.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? "";
}
