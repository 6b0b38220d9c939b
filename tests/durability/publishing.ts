import { setTimeout } from "node:timers/promises";
import type { App } from "../../src/app/open.ts";
import { correctStatement } from "../../src/desk/correction.ts";
import { publishEdition } from "../../src/desk/edition.ts";
import { latestVersion } from "../../src/model/history.ts";
import { instantOf } from "../../src/model/time.ts";
import { draft, statement, wire } from "../desk/given.ts";

/** Publishes whenever everything before is taken, so that there is always something to hand over and never too much. */
export async function keepPublishing({ context }: Pick<App, "context">, over: () => boolean): Promise<void> {
  const { press, store, clock } = context;
  while (!over()) {
    if ((await store.ledger.waiting(clock())) !== null) {
      await setTimeout(10);
      continue;
    }
    const history = press.history();
    const last = [...history.statements.values()].at(-1);
    if (history.editions.length % 3 === 2 && last !== undefined && latestVersion(last).value.version === 1) {
      const { value } = latestVersion(last);
      const right = { ...statement("a"), asOf: clock(), text: { en: "Right.", uk: "Вірно." } };
      const correction = {
        kind: "correction",
        statement: value.id,
        fromVersion: 1,
        right,
        reason: { en: "A slip.", uk: "Описка." },
      } as const;
      await press.publish((now) => correctStatement(correction, now, [wire]), "approver");
    } else {
      await press.publish((before, now) => {
        const text = { en: `Edition after ${before.size}.`, uk: `Випуск після ${before.size}.` };
        const nextUpdate = instantOf(Date.parse(now) + 3_600_000);
        const content = draft({ asOf: now, nextUpdate, statements: [statement("new", { text, asOf: now })] });
        return publishEdition(content, before, [wire], now);
      }, "approver");
    }
    // It is planned before anybody looks again.
    await setTimeout(30);
  }
}
