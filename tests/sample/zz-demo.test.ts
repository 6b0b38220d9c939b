import { test } from "vitest";
import { openDemo } from "../../src/app/demo.ts";
import { writeFileSync } from "node:fs";
test("demo", { timeout: 120000 }, async () => {
  const lines: string[] = [];
  const t = performance.now();
  const { app } = await openDemo({ dataDirectory: "/tmp/sample/demo-data", postgresUrl: null, host: "127.0.0.1", port: 8899, baseUrl: null, fetchAllow: [], poll: false, logFormat: "silent", trustProxy: false }, "http://127.0.0.1:8899", { onProgress: (s) => { lines.push(s); } });
  lines.push(`ms ${Math.round(performance.now() - t)}`);
  const actor = { user: "u1" as never, name: "", email: "", role: "approver" as const };
  for (const c of await app.desk.evidence.claims(actor, {})) lines.push(`CLAIM ${c.status} ${c.title} reports=${c.reports} origins=${c.origins} rivals=${c.rivals} ${c.grade.reliability}${c.grade.credibility}`);
  const inbox = await app.desk.intake.inbox(actor, { limit: 100, offset: 0 } as never);
  lines.push(`reports ${inbox.all} unread ${inbox.unread}`);
  for (const r of inbox.reports) lines.push(`  ${r.publisherName} | ${r.title} | v${r.version} ${r.publishedAt} ${r.language} att=${r.attributions} fig=${r.figures} und=${r.undecided}`);
  for (const [, s] of app.desk.editions.history().statements) for (const v of s.versions) { lines.push(`S ${v.value.id} v${v.value.version} ${v.value.text["en"]}`); for (const e of v.value.evidence) lines.push(`     [${e.source}] "${e.quote}" via ${e.carriers} fig=${e.figure?.text}`); }
  writeFileSync("/tmp/sample/demo.txt", lines.join("\n"));
  await app.close();
});
