import { signerFromPem, verifierKey } from "../src/record/key.ts";
import type { Signer } from "../src/record/ports.ts";

/** Ed25519 from 32 given bytes, as PKCS#8 PEM (RFC 8410). For tests only: everybody knows these seeds. */
export function pemOfSeed(seed: Uint8Array): string {
  const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]);
  return `-----BEGIN PRIVATE KEY-----\n${der.toString("base64")}\n-----END PRIVATE KEY-----\n`;
}

/** TEST ONLY. The seed is 32 times the byte 7; never sign anything real with it. */
export const testSigner: Signer = signerFromPem(pemOfSeed(Buffer.alloc(32, 7)), "tocsin.example");
export const testVkey: string = verifierKey(testSigner);

/** TEST ONLY. Another key under the same name: seed of 32 times the byte 9. */
export const otherSigner: Signer = signerFromPem(pemOfSeed(Buffer.alloc(32, 9)), "tocsin.example");
