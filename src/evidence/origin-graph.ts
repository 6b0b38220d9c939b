import type { Reason } from "../model/claim.ts";
import type { Instant } from "../model/time.ts";
import { originsOfItems } from "./origins.ts";
import type { OriginItem } from "./origins.ts";

export type OriginNode =
  | { readonly kind: "origin"; readonly origin: number }
  | { readonly kind: "publication"; readonly name: string; readonly item: number | null };

export interface Origin {
  readonly label: string;
  readonly kind: "person" | "office" | "document" | "publication" | "own-report" | "unnamed";
  /** Indexes of items, ascending. */
  readonly items: readonly number[];
  readonly firstAt: Instant | null;
}

export interface OriginLink {
  readonly from: OriginNode;
  readonly to: OriginNode;
  readonly how: "said" | "told" | "cited" | "copied" | "credited" | "owned";
  readonly reason: Reason;
}

/** How what reports say hangs together: from the origins outward to the reports. */
export interface OriginGraph {
  readonly origins: readonly Origin[];
  readonly links: readonly OriginLink[];
  /** Per item its origin. */
  readonly labels: readonly string[];
  /** Publications that cite one another for it while none has it at first hand. */
  readonly circular: readonly { readonly publications: readonly string[]; readonly items: readonly number[] }[];
}

export interface OriginOptions {
  /** Per item the label that a person gave; it stands. */
  readonly chosen?: readonly (string | null)[];
}

export function originGraphOf(items: readonly OriginItem[], options: OriginOptions = {}): OriginGraph {
  const labels = originsOfItems(items).map((label, i) => options.chosen?.[i] ?? label);
  const origins = [...new Set(labels)].map((label): Origin => {
    const members = labels.flatMap((one, i) => (one === label ? [i] : []));
    return { label, kind: "unnamed", items: members, firstAt: null };
  });
  return { origins, links: [], labels, circular: [] };
}
