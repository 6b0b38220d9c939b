import { sql, type Transaction } from "kysely";
import type { Dispatch, Variant } from "../deliver/dispatch.ts";
import type { DispatchPlan, Ledger } from "../deliver/ports.ts";
import type { DispatchId, EntryId } from "../model/id.ts";
import type { Database } from "./database.ts";
import { everyoneOnce } from "./ledger-audience.ts";
import { appendRanges, RECIPIENTS_MAX, type NewRange } from "./ledger-ranges.ts";
import { inTurn } from "./ledger-turns.ts";
import { laneNumber } from "./outcome-bytes.ts";
import type { StoreKind } from "./store.ts";
import type { Schema } from "./schema.ts";

/** Full ranges that wait to be written together. */
const RANGES_PER_WRITE = 20;

/** Plans dispatches in one transaction; memory holds one range for each variant and a bit for each recipient. */
export function createPlanning(database: Database): Pick<Ledger, "plan" | "reachable"> {
  return {
    reachable: (channel, audience) =>
      database.readConsistently(async (tx) => {
        const counts = audience.map(() => 0);
        for await (const { audience: place, numbers } of everyoneOnce(tx, database.kind, channel, audience)) {
          counts[place] = (counts[place] ?? 0) + numbers.length;
        }
        return counts;
      }),
    plan: (plans, size) =>
      inTurn(database, async (tx) => {
        const planned = await raisePlanned(tx, size);
        const fresh: Dispatch[] = [];
        for (const plan of plans) {
          const dispatch = await insertDispatch(tx, plan);
          if (dispatch === null) continue;
          if (size !== null) await holdBack(tx, originalsOf(plan), size);
          await planRecipients(tx, database.kind, plan, dispatch.number, planned);
          fresh.push(dispatch);
        }
        return fresh;
      }),
  };
}

/** Notes how much of the record is planned for; gives the most that ever was. */
async function raisePlanned(tx: Transaction<Schema>, size: number | null): Promise<number> {
  const { value } = await tx
    .insertInto("delivery_counters")
    .values({ name: "planned", value: size ?? 0 })
    .onConflict((oc) =>
      oc.column("name").doUpdateSet({
        value: sql`case when excluded.value > delivery_counters.value
          then excluded.value else delivery_counters.value end`,
      }),
    )
    .returning("value")
    .executeTakeFirstOrThrow();
  return value;
}

/** Null when there is one already. */
async function insertDispatch(tx: Transaction<Schema>, { dispatch }: DispatchPlan): Promise<Dispatch | null> {
  const { newest } = await tx
    .selectFrom("delivery_dispatches")
    .select((eb) => eb.fn.max("number").as("newest"))
    .executeTakeFirstOrThrow();
  const number = (newest ?? 0) + 1;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("delivery_dispatches")
    .values({
      number,
      id: dispatch.id,
      channel: dispatch.channel,
      lane: laneNumber(dispatch.lane),
      why: dispatch.why,
      threads_json: JSON.stringify(dispatch.threads),
      planned_at: dispatch.plannedAt,
      not_after: dispatch.notAfter,
      paused: dispatch.paused ? 1 : 0,
      ranges: 0,
    })
    .onConflict((oc) => oc.column("id").doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n ? { ...dispatch, number } : null;
}

function originalsOf({ audience }: DispatchPlan): readonly DispatchId[] {
  return audience.flatMap((one) => (one.kind === "got-original" ? one.dispatches : []));
}

/**
 * From here on no block of the originals starts with a letter made before this plan, and none that has started is
 * overlooked: whoever starts one waits for this transaction, or this waits for theirs.
 */
async function holdBack(tx: Transaction<Schema>, originals: readonly DispatchId[], size: number): Promise<void> {
  if (originals.length === 0) return;
  await tx
    .updateTable("delivery_ranges")
    .set({ planned_size: size })
    .where("dispatch", "in", (eb) =>
      eb
        .selectFrom("delivery_dispatches")
        .select("number")
        .where("id", "in", [...originals]),
    )
    .where("planned_size", "<", size)
    .where(sql<boolean>`state > 0`)
    .execute();
}

async function planRecipients(
  tx: Transaction<Schema>,
  kind: StoreKind,
  { dispatch: { channel, paused }, audience }: DispatchPlan,
  dispatch: number,
  plannedSize: number,
): Promise<void> {
  const writer = new RangeWriter(tx, dispatch, { plannedSize, paused });
  for await (const { variant, numbers } of everyoneOnce(tx, kind, channel, audience)) {
    await writer.add(variant, numbers);
  }
  await writer.end();
}

/** Gathers recipients by variant and writes them down as ranges. */
class RangeWriter {
  readonly #tx: Transaction<Schema>;
  readonly #dispatch: number;
  readonly #as: Parameters<typeof appendRanges>[2];
  readonly #variants = new Map<string, { readonly number: number; waiting: number[] }>();
  readonly #entries = new Set<EntryId>();
  #full: NewRange[] = [];

  constructor(tx: Transaction<Schema>, dispatch: number, as: Parameters<typeof appendRanges>[2]) {
    this.#tx = tx;
    this.#dispatch = dispatch;
    this.#as = as;
  }

  async add(variant: Variant, numbers: readonly number[]): Promise<void> {
    if (numbers.length === 0) return;
    const known = await this.#variant(variant);
    for (let at = 0; at < numbers.length;) {
      const part = numbers.slice(at, at + RECIPIENTS_MAX - known.waiting.length);
      known.waiting.push(...part);
      at += part.length;
      if (known.waiting.length === RECIPIENTS_MAX) await this.#close(known);
    }
  }

  async end(): Promise<void> {
    for (const variant of this.#variants.values()) await this.#close(variant);
    await this.#write();
  }

  async #variant(variant: Variant): Promise<{ readonly number: number; waiting: number[] }> {
    const json = JSON.stringify(variant);
    let known = this.#variants.get(json);
    if (known !== undefined) return known;
    known = { number: this.#variants.size + 1, waiting: [] };
    this.#variants.set(json, known);
    const dispatch = this.#dispatch;
    await this.#tx
      .insertInto("delivery_variants")
      .values({ dispatch, number: known.number, value_json: json })
      .execute();
    for (const entry of variant.entries) {
      if (this.#entries.has(entry)) continue;
      this.#entries.add(entry);
      await this.#tx.insertInto("delivery_entries").values({ entry, dispatch }).execute();
    }
    return known;
  }

  async #close(variant: { readonly number: number; waiting: number[] }): Promise<void> {
    if (variant.waiting.length === 0) return;
    const recipients = Uint32Array.from(variant.waiting).sort();
    this.#full.push({ variant: variant.number, attempt: 1, notBefore: null, recipients });
    variant.waiting = [];
    if (this.#full.length >= RANGES_PER_WRITE) await this.#write();
  }

  async #write(): Promise<void> {
    await appendRanges(this.#tx, this.#dispatch, this.#as, this.#full);
    this.#full = [];
  }
}
