import type { Schema } from "./schema.ts";

/** A table as a dump walks through it: by primary key, referred tables before those that refer to them. */
export interface DumpedTable {
  readonly name: keyof Schema;
  readonly key: readonly string[];
  /** Column that counts up by itself and must go on behind the restored rows. */
  readonly counter?: string;
}

export const DUMPED_TABLES: readonly DumpedTable[] = [
  { name: "log_head", key: ["id"] },
  { name: "log_leaves", key: ["idx"] },
  { name: "reports", key: ["id"] },
  { name: "report_versions", key: ["report", "version"] },
  { name: "report_search", key: ["report"] },
  { name: "sources", key: ["seq"], counter: "seq" },
  { name: "publishers", key: ["id"] },
  { name: "intake_failures", key: ["seq"], counter: "seq" },
  { name: "suggestion_sets", key: ["report", "version"] },
  { name: "attributions", key: ["id"] },
  { name: "figures", key: ["id"] },
  { name: "claims", key: ["seq"], counter: "seq" },
  { name: "claim_reports", key: ["claim", "report"] },
  { name: "boilerplate", key: ["publisher", "fingerprint", "text_sha256"] },
  { name: "decisions", key: ["seq"], counter: "seq" },
  { name: "drafts", key: ["id"] },
  { name: "draft_revisions", key: ["draft", "revision"] },
  { name: "users", key: ["id"] },
  { name: "proposals", key: ["id"] },
  { name: "activity", key: ["seq"], counter: "seq" },
  { name: "subscribers", key: ["number"] },
  { name: "delivery_counters", key: ["name"] },
  { name: "delivery_dispatches", key: ["number"] },
  { name: "delivery_entries", key: ["entry", "dispatch"] },
  { name: "delivery_variants", key: ["dispatch", "number"] },
  { name: "delivery_recipients", key: ["dispatch", "number"] },
  { name: "delivery_ranges", key: ["dispatch", "number"] },
  { name: "delivery_troubles", key: ["dispatch", "subscriber"] },
  { name: "delivery_refs", key: ["dispatch", "subscriber"] },
];

/**
 * Left out: what schema and program bring themselves, and what must not come back with a backup. A session or one-time
 * link that was ended since would let somebody in again.
 */
export const UNDUMPED_TABLES: readonly (keyof Schema)[] = ["migrations", "sessions", "links"];
