import { expect, test } from "vitest";
import type { Evidence } from "../../src/model/evidence.ts";
import { localeOf } from "../../src/publish/locale.ts";
import { chainLine, chainsOf } from "../../src/publish/parts/chain.ts";
import { rivalFigures, rivalsOf, rivalsSentence } from "../../src/publish/parts/figures.ts";
import { runsOf } from "../../src/publish/pages/statement.ts";
import { renderSite } from "../../src/publish/site.ts";
import { sampleAsOf, sampleHistory, sampleStatement } from "./fixture.ts";
import { documentOf, wordsOf } from "./pages.ts";

const history = sampleHistory({ editions: 1, statementsPerEdition: 14 });
if (history.office === null) throw new Error("no office");
const locale = localeOf(history.office, "en", "test");
const [piece] = sampleStatement(2, sampleAsOf(1)).evidence as [Evidence];

function from(source: string | null, carriers: readonly string[], publisherName: string): Evidence {
  return { ...piece, source, carriers, report: { ...piece.report, publisherName } };
}

test("the way of the words is one line that can be read aloud", () => {
  const chains = chainsOf([
    from("Reznik, minister", [], "Northern Wire"),
    from("Reznik, minister", ["Northern Wire"], "Post"),
    from("Reznik, minister", ["northern wire"], "Gazette"),
    from("Reznik, minister", ["Northern Wire"], "Radio"),
  ]);
  expect(chains).toEqual([{ names: ["Reznik, minister", "Northern Wire"], ends: ["Post", "Gazette", "Radio"] }]);
  const line = wordsOf(`<body>${chainLine(locale, chains[0] as (typeof chains)[0], false).toString()}</body>`);
  expect(line).toBe("Reznik, minister → carried by Northern Wire → carried by three reports");
});

test("ways that part are told one by one", () => {
  expect(chainsOf([from("A", ["W"], "P"), from("A", ["W", "X"], "Q"), from("A", [], "R")])).toEqual([
    { names: ["A"], ends: ["R"] },
    { names: ["A", "W"], ends: ["P"] },
    { names: ["A", "W", "X"], ends: ["Q"] },
  ]);
  expect(chainsOf([from(null, [], "Gazette")])).toEqual([{ names: ["Gazette"], ends: [] }]);
});

test("rival figures stand side by side, and the drawing says the same in words", () => {
  const [rivals] = rivalsOf(sampleStatement(2, sampleAsOf(1)).evidence);
  if (rivals === undefined) throw new Error("no rivals");
  expect(rivalsSentence(locale, rivals)).toBe("Published figures differ, from 31 to 46.");
  const page = documentOf(`<body>${rivalFigures(locale, rivals).toString()}</body>`);
  expect(page.querySelector("svg")?.getAttribute("aria-label")).toBe(
    "Northern Wire: at least 31. The Lerva Post: about 35. Valley Gazette: 46.",
  );
  expect([...page.querySelectorAll("td b")].map((cell) => cell.textContent)).toEqual(["at least 31", "about 35", "46"]);
});

test("a statement's page has full evidence, grades in words and the whole hash", () => {
  const site = renderSite(history, { at: sampleAsOf(1), renderer: "test" });
  const words = wordsOf(site.get("en/statements/s2/index.html"));
  expect(words).toContain(
    "Possibly true Not confirmed; it fits some of what we know. The source: fairly reliable. Grade C3",
  );
  expect(words).toContain(piece.report.sha256);
  expect(words).toContain("Tisse Power: asked at 12:00, 2 March 2031, has not answered.");
  const links = [...documentOf(site.get("en/statements/s2/index.html")).querySelectorAll("cite a")];
  expect(links.map((link) => link.getAttribute("rel"))).toEqual([
    "nofollow noopener noreferrer",
    "nofollow noopener noreferrer",
    "nofollow noopener noreferrer",
  ]);
});

test("long runs of editions are told as ranges", () => {
  expect(runsOf([1, 2, 3, 7, 9, 10])).toEqual([
    [1, 3],
    [7, 7],
    [9, 10],
  ]);
});
