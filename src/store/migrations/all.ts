import { first } from "./0001-first.ts";
import { evidenceEngine } from "./0002-evidence.ts";
import { delivery } from "./0003-delivery.ts";
import type { Migration } from "./migration.ts";

/** Every migration, in order. */
export const MIGRATIONS: readonly Migration[] = [first, evidenceEngine, delivery];
