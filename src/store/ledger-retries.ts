import type { Transaction } from "kysely";
import { dueTogether } from "../deliver/settle.ts";
import type { Instant } from "../model/time.ts";
import { appendRanges } from "./ledger-ranges.ts";
import { outcomeOf } from "./outcome-bytes.ts";
import { recipientsOf } from "./recipients.ts";
import type { Schema } from "./schema.ts";

/** Those of a range that is through who are tried again get ranges of their own, behind all others. */
export async function moveRetries(
  tx: Transaction<Schema>,
  dispatch: number,
  number: number,
  now: Instant,
): Promise<void> {
  const range = await tx
    .selectFrom("delivery_ranges as r")
    .innerJoin("delivery_recipients as p", (join) =>
      join.onRef("p.dispatch", "=", "r.dispatch").onRef("p.number", "=", "r.number"),
    )
    .select(["r.variant", "r.attempt", "r.planned_size", "r.outcomes", "p.recipients"])
    .where("r.dispatch", "=", dispatch)
    .where("r.number", "=", number)
    .executeTakeFirstOrThrow();
  const again = recipientsOf(range.recipients).filter((_, i) => outcomeOf(range.outcomes[i] ?? 0) === "retrying");
  if (again.length === 0) return;
  const rows = await tx
    .selectFrom("delivery_troubles")
    .select(["subscriber", "again_at"])
    .where("dispatch", "=", dispatch)
    .where("subscriber", "in", again)
    .execute();
  const dueAt = new Map(rows.map((row) => [row.subscriber, row.again_at as Instant | null]));
  const groups = dueTogether(
    again.map((item) => ({ item, at: dueAt.get(item) ?? null })),
    now,
  );
  await appendRanges(
    tx,
    dispatch,
    { plannedSize: range.planned_size, paused: false },
    groups.map(({ notBefore, items }) => ({
      variant: range.variant,
      attempt: range.attempt + 1,
      notBefore,
      recipients: items,
    })),
  );
}
