import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { latestVersion, type History } from "../../src/model/history.ts";
import { msOf, type Instant } from "../../src/model/time.ts";
import { LAYOUTS, WORDS } from "./hugo-theme.ts";

/**
 * The same office as a Hugo site: one content file for each statement and edition with the same texts and evidence,
 * and layouts that make the same pages. JSON front matter: of the three kinds the one that Hugo reads fastest.
 */
export function writeHugoSite(directory: string, history: History, now: Instant): void {
  const write = (path: string, text: string): void => {
    const file = join(directory, path);
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, text);
  };
  write("config.json", JSON.stringify(configOf(history, now)));
  for (const [path, text] of Object.entries(LAYOUTS)) write(`layouts/${path}`, text);
  write("content/statements/_index.md", page({ title: "Statements" }, ""));
  write("content/editions/_index.md", page({ title: "Editions" }, ""));
  for (const [id, known] of history.statements) {
    const { value, time } = latestVersion(known);
    const { section, kind, text, asOf, grade, evidence, area } = value;
    const front = {
      title: `Statement ${id.slice(1)}`,
      date: time,
      firstOut: time,
      section,
      kind,
      asOf,
      area: area["en"],
      evidence,
    };
    write(`content/statements/${id}.md`, page({ ...front, ...grade, editions: known.editions }, text["en"] ?? ""));
  }
  for (const { value, time } of history.editions) {
    const { number, asOf, nextUpdate, glance, statements } = value;
    const front = { title: `Edition ${number}`, date: time, weight: number, number, asOf, nextUpdate };
    const lists = { glance: glance.map((line) => line["en"]), statements: statements.map(({ id }) => id) };
    write(`content/editions/${number}.md`, page({ ...front, ...lists }, ""));
  }
}

function configOf({ office, editions, publishers }: History, now: Instant): object {
  if (office === null) throw new Error("a history without an office");
  return {
    baseURL: `${office.baseUrl}/`,
    title: office.name["en"],
    languageCode: "en",
    timeZone: office.timeZone,
    // The invented office works in years to come.
    buildFuture: true,
    disableKinds: ["taxonomy", "term"],
    outputs: { home: ["HTML", "RSS"], section: ["HTML"], page: ["HTML", "JSON"] },
    params: {
      ...WORDS,
      editions: editions.length,
      now: msOf(now) / 1000,
      publishers: Object.fromEntries([...publishers].map(([id, { value }]) => [id, value.reliability])),
    },
    markup: { goldmark: { extensions: { typographer: false } } },
  };
}

function page(front: object, text: string): string {
  return `${JSON.stringify(front, null, 1)}\n\n${text}\n`;
}
