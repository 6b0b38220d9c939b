import { canonicalText } from "../src/record/canonical.ts";
import { encodeEntry } from "../src/record/entry.ts";
import { leafHash } from "../src/record/tree.ts";
import { sampleEntries } from "./sample-entries.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const utf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** A sample entry of `kind` with the member at `path` set to `value` (or dropped: undefined), as canonical JSON. */
function changed(kind: string, path: string, value: unknown): string {
  const entry: unknown = structuredClone(sampleEntries.find((sample) => sample.kind === kind));
  const steps = path.split(/[.[\]]+/).filter((step) => step !== "");
  const last = steps.pop() ?? "";
  let at = entry as Record<string, unknown>;
  for (const step of steps) at = at[step] as Record<string, unknown>;
  at[last] = value;
  return canonicalText(entry);
}

/** One member changed; it is also the member at fault. */
function spoiled(name: string, kind: string, path: string, value: unknown): readonly [string, string, string] {
  return [name, changed(kind, path, value), path];
}

const plain = canonicalText(sampleEntries.at(-1));

/** What is wrong → the leaf's text. */
const invalid: readonly (readonly [name: string, leaf: string, path: string | null])[] = [
  ["empty", "", null],
  ["not JSON", "{", null],
  ["not an object", "[]", null],
  ["null", "null", null],
  ["byte order mark", `\uFEFF${plain}`, null],
  ["newline at the end", `${plain}\n`, null],
  ["space after a colon", plain.replace('"files":3', '"files": 3'), null],
  ["members out of order", `{"kind":"office","id":"office:0"}`, null],
  ["member twice", plain.replace('{"id"', '{"id":"publication:0","id"'), null],
  ["needless escape", plain.replace("tocsin 0.1.0", "\\u0074ocsin 0.1.0"), null],
  ["number with a fraction of zero", plain.replace('"files":3', '"files":3.0'), null],
  ["number with exponent", plain.replace('"files":3', '"files":3e0'), null],
  ["minus zero", plain.replace('"files":3', '"files":-0'), null],
  ["number too large for a double", plain.replace('"files":3', '"files":1e999'), null],
  ["lone surrogate", plain.replace("tocsin 0.1.0", "\\ud83d"), null],
  spoiled("unknown kind", "office", "kind", "rumour"),
  spoiled("unknown member", "office", "secret", "x"),
  ["member __proto__", plain.replace('"files":3', '"__proto__":3,"files":3'), null],
  spoiled("member missing", "office", "role", undefined),
  spoiled("unknown role", "office", "role", "guest"),
  spoiled("time with an offset", "office", "time", "2031-03-03T12:00:00+02:00"),
  spoiled("time that does not exist", "office", "time", "2031-13-03T12:00:00Z"),
  spoiled("id in capitals", "office", "id", "Office:0"),
  ["payload of another kind", changed("office", "kind", "publisher"), "payload.about"],
  spoiled("payload null", "office", "payload", null),
  spoiled("no languages", "office", "payload.languages", []),
  spoiled("list as object", "office", "payload.languages", { 0: "en" }),
  spoiled("language that is none", "statement", "payload.text.en_GB", "x"),
  spoiled("credibility 7", "statement", "payload.grade.credibility", 7),
  spoiled("address that runs a script", "statement", "payload.evidence[0].report.url", "javascript:alert(1)"),
  spoiled("figure's value as text", "statement", "payload.evidence[0].figure.value", "35"),
  spoiled("edition 0", "edition", "payload.number", 0),
  spoiled("edition 1.5", "edition", "payload.number", 1.5),
  spoiled("statement reference with a text", "edition", "payload.statements[0].text", "x"),
  spoiled("new version that is damaged", "correction", "payload.right.asOf", "today"),
  spoiled("digest in capitals", "publication", "payload.manifest", "A".repeat(64)),
];

export function entryCases(): object[] {
  return [
    ...sampleEntries.map((entry) => {
      const leaf = encodeEntry(entry);
      return { name: entry.id, valid: true, leaf: utf8(leaf), leafHash: hex(leafHash(leaf)) };
    }),
    ...invalid.map(([name, leaf, path]) => ({ name, valid: false, leaf, code: "ENTRY_INVALID", path })),
    {
      name: "not UTF-8",
      valid: false,
      leafHex: hex(
        Buffer.concat([Buffer.from(plain).subarray(0, 20), Buffer.of(0xff), Buffer.from(plain).subarray(20)]),
      ),
      code: "ENTRY_INVALID",
      path: null,
    },
  ];
}

/** JSON text → its canonical form (RFC 8785). */
export function canonicalCases(): object[] {
  const cases: Record<string, string> = {
    "members in order of UTF-16 units": '{"é":1,"z":2,"😀":3,"\ufb00":4,"Z":5,"10":6,"9":7,"":8}',
    "nested, with spaces": '{ "b" : [ 1 , { "y" : null , "x" : true } ] , "a" : { } }',
    numbers: "[0, -0, 1.0, 10, 1e3, 1e21, 1E-7, 0.000001, 123456789012345680000, 5e-324, 0.1, -2.50, 1e+2]",
    escapes: '"\\u0041\\u00e9\\u20ac\\/\\b\\f\\n\\r\\t\\"\\\\\\u001f\\u007f\\u2028"',
    "surrogate pair": '"\\ud83d\\ude91"',
    "no normalisation": '["\\u0065\\u0301","\\u00e9"]',
    literals: "[null,true,false]",
    empty: '[{},[],""]',
  };
  return Object.entries(cases).map(([name, json]) => ({ name, json, canonical: canonicalText(JSON.parse(json)) }));
}
