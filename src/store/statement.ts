import type { Statement } from "./database.ts";
import type { StoreKind } from "./store.ts";

/** A statement whose parameters are written `$1`, `$2` …, for either database. */
export function statementFor(kind: StoreKind, name: string, text: string): Statement {
  return { name, text: kind === "sqlite" ? text.replace(/\$(\d+)/g, "?$1") : text };
}
