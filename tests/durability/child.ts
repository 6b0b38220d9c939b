// Works like a busy office until it is killed: imports, publishes, corrects; says so only when a thing is acknowledged.
// argv: data folder, seed, file with acknowledged facts. Each line on standard output is one JSON fact.
import { readFileSync, writeSync } from "node:fs";
import { openApp } from "../../src/app/open.ts";
import { readConfig } from "../../src/app/config.ts";
import { leafHash, Tree } from "../../src/record/tree.ts";
import type { ReportId, UserId } from "../../src/model/id.ts";
import { latestVersion } from "../../src/model/history.ts";
import { instantOf } from "../../src/model/time.ts";
import type { Actor } from "../../src/web/ports.ts";
import { draft, statement } from "../desk/given.ts";

const [data = "", seedText = "0", facts = ""] = process.argv.slice(2);
let seed = Number(seedText);

function random(): number {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
}

function say(fact: Record<string, unknown>): void {
  writeSync(1, `${JSON.stringify(fact)}\n`);
}

const app = await openApp(readConfig({ TOCSIN_DATA: data, TOCSIN_LOG: "silent" }, false));
const { desk, context } = app;
const actor: Actor = { user: "u-office" as UserId, name: "Office", email: "", role: "administrator" };

// What earlier lives acknowledged must be there, unchanged.
const known = JSON.parse(readFileSync(facts, "utf8")) as { size: number; root: string; reports: readonly string[] };
const tree = Tree.of(context.press.leaves().map(leafHash));
const missing: string[] = [];
for (const id of known.reports) if ((await context.store.reports.get(id as ReportId)) === null) missing.push(id);
say({
  fact: "ready",
  size: tree.size,
  rootThen: tree.size < known.size ? "" : Buffer.from(tree.root(known.size)).toString("hex"),
  missing,
});

for (let i = 0; ; i += 1) {
  const dice = random();
  if (dice < 0.4) await importOne(i);
  else if (dice < 0.7 || context.press.history().statements.size === 0) await publishOne();
  else await correctOne();
}

async function importOne(i: number): Promise<void> {
  const text = `A report\n\nThe governor said on Monday that at least ${i + 1} people were hurt near ${seed}.\n`;
  const outcome = await desk.intake.importFile(actor, {
    name: `report-${seed}-${i}.txt`,
    bytes: new TextEncoder().encode(text),
    publisher: "The Wire",
  });
  say({ fact: "report", id: outcome.report });
}

async function publishOne(): Promise<void> {
  const started = await desk.editions.createDraft(actor);
  const now = context.clock();
  const content = draft({
    asOf: now,
    nextUpdate: instantOf(Date.now() + 3_600_000),
    statements: [
      ...started.content.statements.slice(-5),
      statement("new", { text: { en: `Seed ${seed}.`, uk: `Зерно ${seed}.` } }),
    ],
  });
  const saved = await desk.editions.saveDraft(actor, started.id, started.revision, content);
  await desk.editions.publishDraft(actor, saved.id, saved.revision);
  acknowledge();
}

async function correctOne(): Promise<void> {
  const statements = [...context.press.history().statements.values()];
  const chosen = statements[Math.floor(random() * statements.length)];
  if (!chosen) return;
  const { value } = latestVersion(chosen);
  await desk.editions.correct(actor, {
    kind: "correction",
    statement: value.id,
    fromVersion: value.version,
    right: { ...value, text: { en: `Right ${seed}.`, uk: `Вірно ${seed}.` } },
    reason: { en: "A slip.", uk: "Описка." },
  });
  acknowledge();
}

function acknowledge(): void {
  const now = Tree.of(context.press.leaves().map(leafHash));
  say({ fact: "entries", size: now.size, root: Buffer.from(now.root()).toString("hex") });
}
