/** Times of a publication as log fields, in whole milliseconds. */
export function rounded(times: {
  readonly renderMs: number;
  readonly commitMs: number;
  readonly liveMs: number;
}): Record<string, number> {
  return Object.fromEntries(Object.entries(times).map(([name, ms]) => [name, Math.round(ms)]));
}
