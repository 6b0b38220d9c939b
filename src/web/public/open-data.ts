/** Files that programs of others read, from their pages too: static API, record, feeds. Pattern as in caching.ts. */
export const OPEN_DATA_PATTERN = "^/(api|record)/|/feed\\.(rss|atom|json)$";

const OPEN_DATA = new RegExp(OPEN_DATA_PATTERN);

/** Whether a site path with its leading slash is answered with `Access-Control-Allow-Origin: *`. */
export function isOpenData(path: string): boolean {
  return OPEN_DATA.test(path);
}
