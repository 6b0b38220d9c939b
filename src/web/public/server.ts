import type { IncomingMessage, ServerResponse } from "node:http";
import { CACHE_ERRORS } from "./caching.ts";
import { acceptedEncodings } from "./encoding.ts";
import type { Generation, Loaded } from "./generation.ts";
import { LiveTree } from "./live-tree.ts";
import { sendKept, sendVariant, writeHead } from "./send.ts";
import { variantFor } from "./served-file.ts";
import type { FeedHub } from "./feed-hub.ts";
import type { FlatHeaders, ServedFile } from "./served-file.ts";
import { encodedPath, urlPathOf } from "./url-path.ts";

export interface PublicOptions {
  /** Holds the link `current` to the tree that is live. */
  readonly directory: string;
  /** Security headers that every answer carries. */
  readonly headers: Readonly<Record<string, string>>;
  /** Readers come over TLS: adds Strict-Transport-Security (one year). */
  readonly tls?: boolean;
  /** Named by the feeds; none when left out. */
  readonly hub?: FeedHub | null;
  /** Bound of what is kept in memory; 64 MiB when left out. */
  readonly cacheBytes?: number;
  /** Files over this many bytes are streamed from disk; 1 MiB when left out. */
  readonly largeBytes?: number;
  /** Hears of failures of the disk; the reader gets 503. */
  readonly onError?: (error: unknown) => void;
}

/** Answers requests for public files; see tests/web/public/answers.txt for what it says to what. */
export interface PublicHandler {
  (req: IncomingMessage, res: ServerResponse): void;
  /** Call after `publication` went live: the next request gets it. Answers under way finish with the old bytes. */
  release(publication: number): void;
  /** Frees the timer. */
  close(): void;
}

export const STRICT_TRANSPORT_SECURITY = "max-age=31536000";

const MIB = 1_048_576;

/** A reading is repeated when a publication goes live meanwhile; this often in a row would be no accident. */
const ATTEMPTS_MAX = 100;

/**
 * Serves the live publication from memory, as a plain listener of node:http. Never answers with bytes of two
 * publications, nor with part of a file, also when another process switches `current`.
 */
export function createPublicHandler(options: PublicOptions): PublicHandler {
  const headers = Object.entries({
    ...options.headers,
    ...(options.tls === true ? { "Strict-Transport-Security": STRICT_TRANSPORT_SECURITY } : {}),
  }).flat();
  const live = new LiveTree(options.directory, {
    headers,
    largeBytes: options.largeBytes ?? MIB,
    cacheBytes: options.cacheBytes ?? 64 * MIB,
    hub: options.hub ?? null,
  });
  const onError = options.onError ?? ((): void => undefined);

  const handle = (req: IncomingMessage, res: ServerResponse): void => {
    const { method, url = "/" } = req;
    if (method !== "GET" && method !== "HEAD") {
      // The body that comes with it is not worth reading.
      const close = req.headers["content-length"] !== undefined || req.headers["transfer-encoding"] !== undefined;
      const extra = ["Allow", "GET, HEAD", ...(close ? ["Connection", "close"] : [])];
      sendText(req, res, 405, "This address can only be read.", [...extra, ...headers]);
      return;
    }
    let file: ServedFile | undefined;
    try {
      file = live.generation?.hit(url);
    } catch (error) {
      onError(error);
    }
    if (file !== undefined) {
      const variant = variantFor(file, acceptedEncodings(acceptEncodingOf(req)));
      if (variant.bytes !== null) return sendKept(req, res, variant, variant.bytes);
    }
    answer(req, res, url).catch((error: unknown) => {
      onError(error);
      if (res.headersSent) res.destroy();
      else sendText(req, res, 503, "The page cannot be read at the moment.", ["Retry-After", "5", ...headers]);
    });
  };

  const answer = async (req: IncomingMessage, res: ServerResponse, url: string): Promise<void> => {
    const target = urlPathOf(url);
    if (target.kind === "bad") return sendText(req, res, 400, "This address cannot be read.", headers);
    for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
      const { generation } = live;
      if (generation === null) break;
      const loaded: Loaded = target.kind === "none" ? { kind: "missing" } : await lookUp(generation, target.path);
      if (loaded.kind === "switched") continue;
      const path = target.kind === "none" ? "/" : target.path;
      if (loaded.kind === "file") {
        const variant = variantFor(loaded.file, acceptedEncodings(acceptEncodingOf(req)));
        if (await sendVariant(req, res, variant)) return undefined;
        generation.drop(path);
        continue;
      }
      if (loaded.kind === "folder") {
        const query = url.indexOf("?");
        const location = `${encodedPath(path)}/${query < 0 ? "" : url.slice(query)}`;
        return sendText(req, res, 301, `See ${location}`, ["Location", location, ...headers]);
      }
      const page = await missingPage(generation, path);
      if (page === "switched") continue;
      return sendMissing(req, res, page, headers);
    }
    return sendText(req, res, 503, "Nothing is published here yet.", ["Retry-After", "5", ...headers]);
  };

  return Object.assign(handle, {
    release: (_publication: number): void => {
      try {
        live.check();
      } catch (error) {
        // The publication is live all the same; the next request looks again.
        onError(error);
      }
    },
    close: (): void => live.close(),
  });
}

async function lookUp(generation: Generation, path: string): Promise<Loaded> {
  const file = generation.hit(path);
  return file === undefined ? generation.load(path) : { kind: "file", file };
}

/** The page that says "not found": that of the language in the path's first folder, else that of the site. */
async function missingPage(generation: Generation, path: string): Promise<ServedFile | "switched" | null> {
  const language = /^\/([a-z]{2,3}(?:-[A-Za-z0-9]+)*)(?:\/|$)/.exec(path)?.[1];
  for (const page of language === undefined ? ["/404.html"] : [`/${language}/404.html`, "/404.html"]) {
    const loaded = await lookUp(generation, page);
    if (loaded.kind === "switched") return "switched";
    if (loaded.kind === "file") return loaded.file;
  }
  return null;
}

function sendMissing(req: IncomingMessage, res: ServerResponse, page: ServedFile | null, headers: FlatHeaders): void {
  const variant = page === null ? null : variantFor(page, acceptedEncodings(acceptEncodingOf(req)));
  if (variant === null || variant.bytes === null) return sendText(req, res, 404, "There is no such page.", headers);
  writeHead(res, 404, variant.missing);
  res.end(req.method === "HEAD" ? undefined : variant.bytes);
  return undefined;
}

function sendText(req: IncomingMessage, res: ServerResponse, status: number, text: string, headers: FlatHeaders): void {
  const body = Buffer.from(`${text}\n`);
  const length = ["Content-Length", String(body.length)];
  const about = ["Content-Type", "text/plain; charset=utf-8", ...length, "Cache-Control", CACHE_ERRORS];
  writeHead(res, status, [...about, ...headers]);
  res.end(req.method === "HEAD" ? undefined : body);
}

function acceptEncodingOf(req: IncomingMessage): string | undefined {
  return req.headers["accept-encoding"];
}
