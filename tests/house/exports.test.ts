import { expect, test } from "vitest";
import { importsOf, sourceFiles, textOf } from "./sources.ts";

const EXPORT = /^export (?:async )?(?:function\*?|const|class) (\w+)/gm;

/** Exported for tests or by a contract alone, each with its reason. */
const ALLOWED: Readonly<Record<string, string>> = {
  PERMISSIONS: "tests go through all of them",
};

test("no exported function, constant or class is unused", () => {
  const files = sourceFiles();
  const users = new Map<string, string[]>();
  for (const file of files) for (const one of importsOf(file)) users.set(one.to, [...(users.get(one.to) ?? []), file]);
  const uses = (text: string, name: string): number => text.match(new RegExp(`\\b${name}\\b`, "g"))?.length ?? 0;
  const unused = files.flatMap((file) =>
    [...textOf(file).matchAll(EXPORT)]
      .map((match) => match[1] ?? "")
      .filter((name) => !(name in ALLOWED) && !file.includes("/memory"))
      .filter(
        (name) =>
          uses(textOf(file), name) === 1 && !(users.get(file) ?? []).some((user) => uses(textOf(user), name) > 0),
      )
      .map((name) => `${file}: ${name}`),
  );
  const elsewhere = ["tests", "bench", "training", "vectors"]
    .flatMap((folder) => sourceFiles(/\.tsx?$/, folder))
    .map(textOf);
  const wanted = (one: string): boolean =>
    elsewhere.some((text) => new RegExp(`\\b${one.split(": ")[1] ?? ""}\\b`).test(text));
  expect(unused.filter((one) => !wanted(one))).toEqual([]);
});
