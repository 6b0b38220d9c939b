export interface FetchLimits {
  /** Of the body, on the wire and unpacked. */
  readonly maxBytes: number;
  /** For everything: names, connections, redirects, body. */
  readonly timeoutMs: number;
  readonly maxRedirects: number;
  readonly maxHeaderBytes: number;
  /** Addresses that may be fetched although they are not public: CIDR ranges or `host:port`. */
  readonly allow: readonly string[];
  /** The office's own address, for the User-Agent; empty when not known. */
  readonly baseUrl: string;
}

export const DEFAULT_FETCH_LIMITS: FetchLimits = {
  maxBytes: 8_000_000,
  timeoutMs: 20_000,
  maxRedirects: 5,
  maxHeaderBytes: 32_768,
  allow: [],
  baseUrl: "",
};
