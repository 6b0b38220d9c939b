import { describe, expect, test } from "vitest";
import { importsOf, sourceFiles, type SourceImport } from "./sources.ts";

/** Which stage may import which. `types` means `import type` alone. ARCHITECTURE.md shows the same as a picture. */
const MAY_IMPORT: Readonly<Record<string, Readonly<Record<string, "all" | "types">>>> = {
  model: {},
  intake: { model: "all" },
  language: { model: "all" },
  evidence: { model: "all", language: "all", intake: "types" },
  desk: { model: "all", evidence: "types" },
  record: { model: "all" },
  publish: { model: "all", record: "all" },
  deliver: { model: "all", record: "all", publish: "all" },
  store: {
    model: "all",
    intake: "types",
    evidence: "types",
    desk: "types",
    record: "types",
    publish: "types",
    deliver: "types",
  },
  web: {
    model: "all",
    intake: "all",
    evidence: "all",
    desk: "all",
    record: "all",
    publish: "all",
    deliver: "types",
  },
  sample: { model: "all", desk: "types", web: "types", intake: "types", evidence: "types" },
  app: {
    model: "all",
    intake: "all",
    language: "all",
    evidence: "all",
    desk: "all",
    record: "all",
    publish: "all",
    deliver: "all",
    store: "all",
    web: "all",
    sample: "all",
  },
  cli: { app: "all", model: "all", web: "types" },
};

/** Exceptions to the table, each with its reason. */
const EXCEPTIONS: readonly { readonly file: string; readonly imports: string; readonly reason: string }[] = [
  { file: "src/cli/read.ts", imports: "evidence", reason: "reads a report without any database, so without app" },
  ...["advance", "expire", "hold", "retries"].map((part) => ({
    file: `src/store/ledger-${part}.ts`,
    imports: "deliver",
    reason: "when somebody is tried again is one rule, for the ledger and its twin (deliver/settle.ts)",
  })),
  { file: "src/cli/verify.ts", imports: "record", reason: "the verifier needs only model and record" },
];

const files = sourceFiles();

describe("imports go one way", () => {
  test("no stage imports what the table forbids", () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((one) => !allowed(one))
        .map((one) => `${one.from} imports ${one.to}`),
    );
    expect(wrong).toEqual([]);
  });

  test("there are no cycles between files", () => {
    const graph = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .filter((one) => !one.typeOnly)
          .map((one) => one.to),
      ]),
    );
    expect(findCycle(graph)).toEqual([]);
  });

  test("every file is reached from an entry point", () => {
    const entries = [
      "src/cli/main.ts",
      "src/intake/extract-worker.ts",
      "src/app/render-worker.ts",
      "src/app/evidence-worker.ts",
    ];
    const seen = new Set<string>();
    const queue = [...entries];
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      if (seen.has(file)) continue;
      seen.add(file);
      queue.push(...importsOf(file).map((one) => one.to));
    }
    // Memory twins are for tests; they stand beside their ports on purpose.
    expect(files.filter((file) => !seen.has(file) && !/\/memory(\/|\.ts$)/.test(file))).toEqual([]);
  });
});

function allowed(one: SourceImport): boolean {
  const [from, to] = [stageOf(one.from), stageOf(one.to)];
  if (from === to) return true;
  if (EXCEPTIONS.some((e) => e.file === one.from && e.imports === to)) return true;
  const how = MAY_IMPORT[from]?.[to];
  return how === "all" || (how === "types" && one.typeOnly);
}

function stageOf(file: string): string {
  return file.split("/")[1] ?? "";
}

function findCycle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const state = new Map<string, "open" | "done">();
  const path: string[] = [];
  const visit = (file: string): readonly string[] => {
    if (state.get(file) === "done") return [];
    if (state.get(file) === "open") return [...path.slice(path.indexOf(file)), file];
    state.set(file, "open");
    path.push(file);
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next);
      if (cycle.length > 0) return cycle;
    }
    path.pop();
    state.set(file, "done");
    return [];
  };
  for (const file of graph.keys()) {
    const cycle = visit(file);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
