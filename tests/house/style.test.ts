import { describe, expect, test } from "vitest";
import { readdirSync } from "node:fs";
import { HOME, sourceFiles, textOf } from "./sources.ts";

/** Longer than this, look for the second noun in it. Word lists and message files are data. */
const LINES_MAX = 300;

/** Files that are longer, each with its reason. */
const LONGER: Readonly<Record<string, string>> = {
  "src/web/ports.ts": "the desk's whole contract in one place",
};

const files = sourceFiles();

describe("house style", () => {
  test("no file is a monster", () => {
    const long = files.filter(
      (file) => textOf(file).split("\n").length > LINES_MAX && !(file in LONGER) && !file.startsWith("src/sample/"),
    );
    expect(long).toEqual([]);
  });

  test("there is no drawer for everything", () => {
    expect(files.filter((file) => /\/(utils?|helpers?|misc|common|shared)(\/|\.ts)/.test(file))).toEqual([]);
  });

  test("time, randomness and the environment come in at the edge only", () => {
    const pure = /^src\/(model|language|evidence|desk|record|publish)\//;
    const edge = /\bDate\.now\(|new Date\(\)|Math\.random\(|process\.env|randomBytes\(|performance\.now\(/;
    // Entry points of the pure stages take these as parameters.
    expect(files.filter((file) => pure.test(file) && edge.test(textOf(file)))).toEqual([]);
  });

  test("nothing talks to the console but the command line", () => {
    expect(files.filter((file) => !file.startsWith("src/cli/") && /\bconsole\.\w+\(/.test(textOf(file)))).toEqual([]);
  });

  test("texts for people do not shout", () => {
    const messages = sourceFiles(/\.json$/).filter((file) => file.includes("/messages/"));
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.filter((file) => /!"|! /.test(textOf(file)))).toEqual([]);
  });

  test("the documents that the README names are there", () => {
    const there = new Set(readdirSync(HOME));
    const wanted = [
      "README.md",
      "ARCHITECTURE.md",
      "STYLE.md",
      "CHANGELOG.md",
      "CONTRIBUTING.md",
      "SECURITY.md",
      "LICENSE",
    ];
    expect(wanted.filter((name) => !there.has(name))).toEqual([]);
  });
});
