import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { latestVersion, type History } from "../../src/model/history.ts";
import type { Evidence } from "../../src/model/evidence.ts";
import { gradeCode } from "../../src/model/grade.ts";
import type { Statement } from "../../src/model/statement.ts";
import { LAYOUTS } from "./hugo-theme.ts";

/**
 * The same office as a Hugo site: one content file for each statement and edition with the same texts, and layouts
 * that make the same pages. JSON front matter: of the three kinds the one that Hugo reads fastest.
 */
export function writeHugoSite(directory: string, history: History): void {
  const write = (path: string, text: string): void => {
    const file = join(directory, path);
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, text);
  };
  const { office } = history;
  if (office === null) throw new Error("a history without an office");
  write(
    "config.json",
    JSON.stringify({
      baseURL: `${office.baseUrl}/`,
      title: office.name["en"],
      languageCode: "en",
      timeZone: office.timeZone,
      // The invented office works in years to come.
      buildFuture: true,
      disableKinds: ["taxonomy", "term"],
      outputs: { home: ["HTML", "RSS"], section: ["HTML"], page: ["HTML", "JSON"] },
      params: { editions: history.editions.length, contact: office.contact },
      markup: { goldmark: { extensions: { typographer: false } } },
    }),
  );
  for (const [path, text] of Object.entries(LAYOUTS)) write(`layouts/${path}`, text);
  write("content/statements/_index.md", page({ title: "Statements" }, ""));
  write("content/editions/_index.md", page({ title: "Editions" }, ""));
  for (const [id, known] of history.statements) {
    const { value, time } = latestVersion(known);
    write(`content/statements/${id}.md`, statement(value, time, known.editions));
  }
  for (const { value, time } of history.editions) {
    const { number, asOf, nextUpdate, glance, statements } = value;
    write(
      `content/editions/${number}.md`,
      page(
        {
          title: `Edition ${number}`,
          date: time,
          weight: number,
          asOf,
          nextUpdate,
          number,
          glance: glance.map((line) => line["en"]),
          statements: statements.map(({ id }) => id),
        },
        "",
      ),
    );
  }
}

function statement({ id, section, kind, text, asOf, grade, evidence, area }: Statement, time: string, editions: readonly number[]): string {
  const name = `Statement ${id.slice(1)}`;
  const front = { title: name, date: time, section, kind, asOf, grade: gradeCode(grade), area: area["en"], editions, evidence: evidence.map(piece) };
  return page(front, text["en"] ?? "");
}

function piece({ source, quote, mode, carriers, report }: Evidence): object {
  const { publisherName, publisher, title, byline, url, publishedAt, retrievedAt, sha256 } = report;
  return { source, quote, mode, carriers, publisher, publisherName, title, byline, url, publishedAt, retrievedAt, sha256 };
}

function page(front: object, text: string): string {
  return `${JSON.stringify(front, null, 1)}\n\n${text}\n`;
}
