import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { openCheckpoint, signCheckpoint } from "../../src/record/checkpoint.ts";
import { createPrivateKeyPem, parseVerifierKey, signerFromPem, verifierKey } from "../../src/record/key.ts";
import { openNote, signNote } from "../../src/record/note.ts";
import { pemOfSeed, testSigner, testVkey } from "../../vectors/test-key.ts";

const code = (code: string): unknown => expect.objectContaining({ code });

test("a fresh key signs what its verifier key opens", () => {
  const pem = createPrivateKeyPem();
  expect(pem).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
  const signer = signerFromPem(pem, "tocsin.example/record");
  const root = new Uint8Array(32).fill(9);
  const opened = openCheckpoint(signCheckpoint(signer, 12, root), verifierKey(signer));
  expect(opened).toEqual({ origin: "tocsin.example/record", size: 12, root });
  expect(() => openCheckpoint(signCheckpoint(signer, 12, root), testVkey)).toThrow(code("SIGNATURE_INVALID"));
});

test("the same key signs the same bytes: a rebuilt site has the same checkpoint", () => {
  const again = signerFromPem(pemOfSeed(Buffer.alloc(32, 7)), "tocsin.example");
  expect(signCheckpoint(again, 1, new Uint8Array(32))).toEqual(signCheckpoint(testSigner, 1, new Uint8Array(32)));
});

test("the public key is the 32 bytes of RFC 8032", () => {
  const { x } = createPublicKey(pemOfSeed(Buffer.alloc(32, 7))).export({ format: "jwk" });
  expect(Buffer.from(testSigner.publicKey).toString("base64url")).toBe(x);
  expect(parseVerifierKey(testVkey).publicKey).toEqual(testSigner.publicKey);
});

test("keys and names that cannot sign a record", () => {
  const rsa = generateKeyPairSync("rsa", { modulusLength: 1024 }).privateKey.export({ format: "pem", type: "pkcs8" });
  expect(() => signerFromPem(String(rsa), "tocsin.example")).toThrow(code("KEY_INVALID"));
  expect(() => signerFromPem("nonsense", "tocsin.example")).toThrow(code("KEY_INVALID"));
  const pem = createPrivateKeyPem();
  for (const name of ["", "two words", "a+b", "a\u0085b", "a\u2003b", "a\nb", "\ud800"]) {
    expect(() => signerFromPem(pem, name)).toThrow(code("KEY_INVALID"));
  }
});

test("an error about a key never holds the key", () => {
  const pem = createPrivateKeyPem().replace("MC4C", "MC4D");
  let text = "";
  try {
    signerFromPem(pem, "tocsin.example");
  } catch (error) {
    text = JSON.stringify([error, (error as Error).stack, (error as Error).cause]);
  }
  expect(text).toContain("KEY_INVALID");
  expect(text).not.toContain(pem.split("\n")[1]);
});

test("notes with a text that no note may hold are not signed", () => {
  for (const text of ["", "no newline", "tab\t\n", "return\r\n", "\ud800\n"]) {
    expect(() => signNote(text, testSigner)).toThrow(code("INPUT_INVALID"));
  }
});

test("more signatures than anybody needs", () => {
  const key = parseVerifierKey(testVkey);
  const text = "text\n";
  const sixteen = signNote(
    text,
    ...Array.from({ length: 15 }, (_, i) => ({ ...testSigner, name: `witness${i}` })),
    testSigner,
  );
  expect(openNote(sixteen, [key]).text).toBe(text);
  const many = signNote(text, ...Array.from({ length: 101 }, () => testSigner));
  expect(() => openNote(many, [key])).toThrow(code("CHECKPOINT_INVALID"));
});
