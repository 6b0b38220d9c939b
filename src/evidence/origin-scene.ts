import type { Reason } from "../model/claim.ts";
import { msOf } from "../model/time.ts";
import type { Groups } from "./groups.ts";
import type { ReportProfile } from "./origin-profile.ts";
import type { OriginItem, Trace } from "./origin-trace.ts";
import type { Publications } from "./publication-name.ts";

/** How one item hangs on another (`to`), or on a publication of which no report is here. */
export interface Tie {
  readonly from: number;
  readonly to: number | null;
  readonly how: "said" | "told" | "cited" | "copied" | "credited" | "owned";
  readonly publication: string | null;
  readonly reason: Reason;
}

/** Everything known of the items whose origins are sought. */
export interface Scene {
  readonly items: readonly OriginItem[];
  readonly traces: readonly Trace[];
  readonly profile: (item: number) => ReportProfile;
  readonly groups: Groups;
  readonly ties: Tie[];
  readonly publications: Publications;
}

export const timeOf = (item: OriginItem | undefined): number => (item?.publishedAt ? msOf(item.publishedAt) : 0);
export const isNamed = (trace: Trace | undefined): boolean => trace?.source !== null && trace?.source !== undefined;
export const figureOf = (item: OriginItem | undefined): number | null => item?.figureValue?.value ?? null;

/** Joins two items whose source is one; `a` is the one that the other is seen to be. */
export function tie({ groups, ties, traces }: Scene, a: number, b: number, code: "same-speaker" | "same-office"): void {
  groups.join(a, b);
  ties.push({
    from: b,
    to: a,
    how: "said",
    publication: null,
    reason: { code, detail: { name: traces[a]?.printed ?? "" } },
  });
}
