import { originGraphOf } from "./origin-graph.ts";
import type { ProfileCache } from "./origin-profile.ts";
import type { OriginItem } from "./origin-trace.ts";

export type { OriginItem } from "./origin-trace.ts";
export type { ProfileCache } from "./origin-profile.ts";

/** For each item a label of the origin that it goes back to; equal labels repeat one origin. See `originGraphOf`. */
export function originsOfItems(items: readonly OriginItem[], profiles: ProfileCache = new Map()): string[] {
  return [...originGraphOf(items, { profiles }).labels];
}
