import { readFileSync } from "node:fs";
import { request } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

export const SERVERS = ["tocsin", "nginx", "caddy"] as const;
export type ServerName = (typeof SERVERS)[number];

/** One paragraph of answers.txt. Expected texts may hold "…" for anything. */
export interface Example {
  readonly title: string;
  readonly method: string;
  readonly target: string;
  readonly request: readonly (readonly [name: string, value: string])[];
  readonly status: Expected;
  readonly answer: readonly (readonly [name: string, value: Expected])[];
}

/** What each server answers: the first text for all that are not named. */
export type Expected = Readonly<Record<ServerName, string>>;

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Decompressed. */
  readonly body: string;
}

/** Reads answers.txt. Throws an Error that names the line that it does not understand. */
export function readExamples(file: URL): Example[] {
  const paragraphs = readFileSync(file, "utf8")
    .split(/\n\s*\n/)
    .map((text) => text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#")));
  return paragraphs.filter((lines) => lines.length > 0).map(readExample);
}

function readExample(lines: readonly string[]): Example {
  const at = lines.findIndex((line) => /^[A-Z]+ \S+$/.test(line));
  const [method = "", target = ""] = (lines[at] ?? "").split(" ");
  const answers = lines.findIndex((line) => line.startsWith("answers "));
  if (at < 1 || answers < at) throw new Error(`not an example: ${lines.join(" / ")}`);
  return {
    title: lines.slice(0, at).join(" "),
    method,
    target,
    request: lines.slice(at + 1, answers).map(readField),
    status: readExpected((lines[answers] ?? "").slice("answers ".length)),
    answer: lines.slice(answers + 1).map((line) => {
      const [name, value] = readField(line);
      return [name, readExpected(value)] as const;
    }),
  };
}

function readField(line: string): readonly [string, string] {
  const match = /^ {2}([A-Za-z -]+): (.*)$/.exec(line);
  if (match === null) throw new Error(`not a line "  Name: value": ${line}`);
  return [match[1] ?? "", match[2] ?? ""];
}

function readExpected(text: string): Expected {
  const others = /^(.*?) +\(((?:nginx|caddy): .*)\)$/.exec(text);
  const common = others?.[1] ?? text;
  const expected: Record<ServerName, string> = { tocsin: common, nginx: common, caddy: common };
  for (const part of (others?.[2] ?? "").split("; ")) {
    const [server, value] = part.split(/: (.*)/);
    if (server === "nginx" || server === "caddy") expected[server] = value ?? "";
  }
  return expected;
}

/** Whether what a server said is what the example expects, "…" standing for anything. */
export function fits(actual: string, expected: string): boolean {
  const pattern = expected.split("…").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${pattern.join("[^]*")}$`).test(actual);
}

/** Sends the request just as it is written, without tidying the path. */
export function ask(port: number, example: Example, etagBefore: string): Promise<Answer> {
  const headers = Object.fromEntries(
    example.request.map(([name, value]) => [name, value.replace("(the ETag of the answer before)", etagBefore)]),
  );
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port, method: example.method, path: example.target, headers, agent: false };
    request(options, (res) => {
      const chunks: Buffer[] = [];
      res.on("data", (chunk: Buffer) => chunks.push(chunk));
      res.on("error", reject);
      res.on("end", () => {
        const body = Buffer.concat(chunks);
        const isPlain = body.length === 0 || res.statusCode === 206;
        const encoding = isPlain ? undefined : res.headers["content-encoding"];
        const plain = encoding === "br" ? brotliDecompressSync(body) : encoding === "gzip" ? gunzipSync(body) : body;
        resolve({ status: res.statusCode ?? 0, headers: res.headers, body: plain.toString("latin1") });
      });
    })
      .on("error", reject)
      .end();
  });
}
