import { EMPTY_ROOT } from "../src/record/hash.ts";
import { checkpointText, signCheckpoint } from "../src/record/checkpoint.ts";
import { verifierKey } from "../src/record/key.ts";
import { signNote } from "../src/record/note.ts";
import { leafHash } from "../src/record/tree.ts";
import { otherSigner, testSigner, testVkey } from "./test-key.ts";

const utf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const sign = (text: string, ...signers: (typeof testSigner)[]): string => utf8(signNote(text, ...signers));
const named = (name: string): typeof testSigner => ({ ...testSigner, name });

const text = "A note.\n\nIt has an empty line — and a dash.\n";
const note = sign(text, testSigner);
const signature = note.slice(note.lastIndexOf(" ") + 1, -1);

export function noteCases(): object[] {
  const valid = (name: string, note: string): object => ({ name, valid: true, note, text });
  const invalid = (name: string, note: string, code: string): object => ({ name, valid: false, note, code });
  return [
    valid("one signature", note),
    valid("another signature of an unknown key", sign(text, otherSigner, testSigner)),
    valid("another signature of an unknown name", sign(text, testSigner, named("witness.example"))),
    invalid("only an unknown key", sign(text, otherSigner), "SIGNATURE_INVALID"),
    invalid("only an unknown name", sign(text, named("witness.example")), "SIGNATURE_INVALID"),
    invalid("changed text", note.replace("A note", "A Note"), "SIGNATURE_INVALID"),
    invalid("changed signature", note.replace(signature, signature.replace(/.{5}$/, "AAA==")), "SIGNATURE_INVALID"),
    invalid("right and wrong signature of the key", `${note}${sign("x\n", testSigner).slice(3)}`, "SIGNATURE_INVALID"),
    invalid("no signature", `${text}\n`, "CHECKPOINT_INVALID"),
    invalid("no empty line", note.replace("\n\n—", "\n—").replace("\n\n", "\n"), "CHECKPOINT_INVALID"),
    invalid("no newline at the end", note.slice(0, -1), "CHECKPOINT_INVALID"),
    invalid("hyphen for the dash", note.replace(/— (?=tocsin)/, "- "), "CHECKPOINT_INVALID"),
    invalid("two spaces", note.replace("— tocsin", "—  tocsin"), "CHECKPOINT_INVALID"),
    invalid("carriage return", note.replaceAll("\n", "\r\n"), "CHECKPOINT_INVALID"),
    invalid("tab in the text", note.replace("A note", "A\tnote"), "CHECKPOINT_INVALID"),
    invalid("base64 without padding", note.replace(/=+\n$/, "\n"), "CHECKPOINT_INVALID"),
    invalid("base64 with bits left over", note.replace(/(.)==?\n$/, "B=\n"), "CHECKPOINT_INVALID"),
    invalid("plus in the name", note.replace("— tocsin.", "— tocsin+"), "CHECKPOINT_INVALID"),
    invalid("text behind the signatures", `${note}more\n`, "CHECKPOINT_INVALID"),
    invalid("empty", "", "CHECKPOINT_INVALID"),
  ];
}

export function checkpointCases(): object[] {
  const root = leafHash(Buffer.from("leaf"));
  const body = checkpointText({ origin: "tocsin.example", size: 1, root });
  const root64 = Buffer.from(root).toString("base64");
  const valid = (name: string, checkpoint: string, size: number, root: Uint8Array): object => {
    return { name, valid: true, checkpoint, origin: "tocsin.example", size, root: Buffer.from(root).toString("hex") };
  };
  const invalid = (name: string, text: string): object => {
    return { name, valid: false, checkpoint: sign(text, testSigner), code: "CHECKPOINT_INVALID" };
  };
  return [
    valid("empty record", utf8(signCheckpoint(testSigner, 0, EMPTY_ROOT)), 0, EMPTY_ROOT),
    valid("one entry", utf8(signCheckpoint(testSigner, 1, root)), 1, root),
    valid("large", utf8(signCheckpoint(testSigner, 9007199254740991, root)), 9007199254740991, root),
    valid("extension line", sign(`${body}more to say\n`, testSigner), 1, root),
    valid("with a witness", sign(body, testSigner, named("witness.example")), 1, root),
    { name: "of another key", valid: false, checkpoint: sign(body, otherSigner), code: "SIGNATURE_INVALID" },
    invalid("another origin", body.replace("tocsin", "tocsan")),
    invalid("leading zero", body.replace("\n1\n", "\n01\n")),
    invalid("negative size", body.replace("\n1\n", "\n-1\n")),
    invalid("size with a plus", body.replace("\n1\n", "\n+1\n")),
    invalid("size beyond 2^53", body.replace("\n1\n", "\n9007199254740993\n")),
    invalid("size in hexadecimal", body.replace("\n1\n", "\n0x1\n")),
    invalid("short root", body.replace(root64, "AAAA")),
    invalid("root without padding", body.replace("=\n", "\n")),
    invalid("root in URL alphabet", body.replace(root64, `_${root64.slice(1)}`)),
    invalid("no root", "tocsin.example\n1\n"),
    invalid("empty line", `${body}\n`),
    invalid("empty line before an extension", `${body}\nmore\n`),
  ];
}

export function keyCases(): object[] {
  const [name, id, key = ""] = [...testVkey.split("+", 2), testVkey.slice(testVkey.indexOf("+", 15) + 1)];
  const invalid = (what: string, vkey: string): object => ({ name: what, valid: false, vkey, code: "KEY_INVALID" });
  return [
    {
      name: "test key",
      valid: true,
      vkey: testVkey,
      keyName: name,
      keyId: id,
      publicKey: Buffer.from(testSigner.publicKey).toString("hex"),
    },
    {
      name: "other test key",
      valid: true,
      vkey: verifierKey(otherSigner),
      keyName: name,
      keyId: verifierKey(otherSigner).split("+")[1],
      publicKey: Buffer.from(otherSigner.publicKey).toString("hex"),
    },
    invalid("empty", ""),
    invalid("no key", `${name}+${id}`),
    invalid("other name", testVkey.replace("tocsin", "tocsan")),
    invalid("other id", `${name}+00000000+${key}`),
    invalid("id in capitals", `${name}+${id?.toUpperCase()}+${key}`),
    invalid("space in the name", `tocsin example+${id}+${key}`),
    invalid("no name", `+${id}+${key}`),
    invalid("newline at the end", `${testVkey}\n`),
    invalid("short key", `${name}+${id}+${key.slice(0, -4)}`),
    invalid("other signature type", `${name}+${id}+BA${key.slice(2)}`),
  ];
}
