import { hash } from "node:crypto";
import type { Brand } from "./brand.ts";

/** SHA-256 of some bytes, 64 lower-case hexadecimal digits. */
export type Sha256 = Brand<string, "Sha256">;

export function sha256(bytes: Uint8Array | string): Sha256 {
  return hash("sha256", bytes, "hex") as Sha256;
}

export function isSha256(text: unknown): text is Sha256 {
  return typeof text === "string" && /^[0-9a-f]{64}$/.test(text);
}
