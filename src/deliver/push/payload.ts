import type { Letter } from "../letter.ts";
import { cutText, jsonBytes } from "./cut.ts";
import { topicOf } from "./terms.ts";

/** What the service worker is told (publish/assets/sw.js); fields are added, never changed, under one `v`. */
export interface PushPayload {
  readonly v: 1;
  readonly title: string;
  /** May be cut. */
  readonly body: string;
  readonly url: string;
  /** Equal for an original and what corrects it: the later one takes the place of the earlier on the screen. */
  readonly tag: string;
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  readonly at: string;
  readonly kind: Letter["kind"];
}

/**
 * Bytes before encryption. Every push service takes a body of 4,096 bytes (RFC 8030 §7.2), of which the header of
 * aes128gcm with its key takes 86, the delimiter one and the tag 16 (RFC 8291 §4, RFC 8188 §2).
 */
export const PAYLOAD_BYTES_MAX = 4096 - 86 - 1 - 16;

/** More than any screen shows of a title. */
const TITLE_BYTES_MAX = 480;
const URL_BYTES_MAX = 1024;

/** The message of a letter as JSON, in at most so many bytes; 1,700 at least. `cut`: something of the body is left out. */
export function payloadOf(
  letter: Letter,
  bytesMax = PAYLOAD_BYTES_MAX,
): { readonly json: string; readonly cut: boolean } {
  const { lang, dir, at, kind, lead } = letter;
  const title = cutText(letter.title, TITLE_BYTES_MAX, lang);
  const url = jsonBytes(letter.url) <= URL_BYTES_MAX ? letter.url : "";
  const rest: PushPayload = { v: 1, title, body: "", url, tag: topicOf(letter.thread), lang, dir, at, kind };
  const body = cutText(lead, bytesMax - Buffer.byteLength(JSON.stringify(rest)), lang);
  return { json: JSON.stringify({ ...rest, body } satisfies PushPayload), cut: body !== lead };
}
