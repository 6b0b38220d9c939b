import { expect, test } from "vitest";
import { withRenderThread } from "../../src/app/render-threads.ts";
import { foldHistory } from "../../src/model/history.ts";
import { canonical } from "../../src/app/press.ts";
import { SiteRenderer } from "../../src/publish/site.ts";
import { encodeEntry } from "../../src/record/entry.ts";
import { sampleAsOf, sampleEntries } from "../publish/fixture.ts";

test("two threads make the same site as one, in the same order", async () => {
  const entries = canonical(sampleEntries({ editions: 6, statementsPerEdition: 12 }));
  const history = foldHistory(entries);
  const publication = { at: sampleAsOf(7), renderer: "tocsin test" };
  const alone = new SiteRenderer(publication).render(history, publication).files;
  const together = await withRenderThread((thread) => {
    if (thread === null) return Promise.resolve(alone);
    return thread.render(history, entries.map(encodeEntry), publication);
  });
  expect([...together.keys()]).toEqual([...alone.keys()]);
  expect([...together.values()].map((file) => file.sha256)).toEqual([...alone.values()].map((file) => file.sha256));
  for (const [path, { bytes }] of together)
    expect(Buffer.compare(bytes, alone.get(path)?.bytes ?? new Uint8Array()), path).toBe(0);
});
