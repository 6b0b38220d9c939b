import { Hono } from "hono";
import { expect, test } from "vitest";
import { WordDiff } from "../../../src/web/desk/parts/word-diff.tsx";

async function shown(before: string, after: string, lang: string): Promise<string> {
  const app = new Hono().get("/", (c) => c.html(<WordDiff before={before} after={after} lang={lang} />));
  const answer = await app.request("/");
  return (await answer.text()).replaceAll(/<\/?p[^>]*>/g, "|");
}

test("a changed word is marked where it stands, in any script", async () => {
  expect(await shown("Two bridges are closed.", "Three bridges are closed.", "en")).toBe(
    "|<del>Two</del><ins>Three</ins> bridges are closed.|",
  );
  expect(await shown("Два мости через річку закрито.", "Три мости через річку закрито.", "uk")).toBe(
    "|<del>Два</del><ins>Три</ins> мости через річку закрито.|",
  );
});

test("of a text that was written anew, the old and the new stand whole", async () => {
  expect(await shown("Two bridges are closed.", "Nobody may cross the river now.", "en")).toBe(
    "|<del>Two bridges are closed.</del>||<ins>Nobody may cross the river now.</ins>|",
  );
});
