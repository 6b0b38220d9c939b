import type { Ledger } from "../deliver/ports.ts";
import type { Database } from "./database.ts";
import { createAdvance } from "./ledger-advance.ts";
import { createExpire } from "./ledger-expire.ts";
import { createHolding } from "./ledger-hold.ts";
import { createAfterwards } from "./ledger-later.ts";
import { createPlanning } from "./ledger-plan.ts";
import { createReading } from "./ledger-read.ts";

/** What was sent to whom, in the database. */
export function createLedger(database: Database): Ledger {
  const advance = createAdvance(database);
  const { lookAgain, ...holding } = createHolding(database, advance);
  return {
    ...createPlanning(database),
    ...createReading(database.db),
    ...holding,
    advance,
    expire: createExpire(database),
    ...createAfterwards(database, lookAgain),
  };
}
