import { readMime, type MimePart } from "../../../src/deliver/email/mime.ts";

/** A message as a mail program shows it. */
export interface ReadMail {
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** Header lines as they stand, folded ones joined. */
  readonly names: readonly string[];
  readonly text: string;
  readonly html: string;
  readonly header: (name: string) => string;
}

export function readMail(raw: Buffer): ReadMail {
  const message = readMime(raw);
  const part = (type: string): string => message.parts.find((one: MimePart) => one.type === type)?.body ?? "";
  const head = raw.toString("latin1").split("\r\n\r\n")[0] ?? "";
  return {
    headers: message.headers,
    names: head.split(/\r\n(?![ \t])/).map((line) => line.split(":")[0] ?? ""),
    text: part("text/plain"),
    html: part("text/html"),
    header: (name) => decodeWords(message.headers.get(name)?.[0] ?? ""),
  };
}

/** RFC 2047 encoded words. */
function decodeWords(text: string): string {
  return Buffer.from(text, "latin1")
    .toString("utf8")
    .replace(/(=\?[^?]+\?[BQ]\?[^?]*\?=)\s+(?==\?)/gi, "$1")
    .replace(/(?:=\?utf-8\?[BQ]\?[^?]*\?=)+/gi, (words) =>
      Buffer.concat(
        [...words.matchAll(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi)].map(([, kind = "", word = ""]) =>
          kind.toUpperCase() === "B"
            ? Buffer.from(word, "base64")
            : Buffer.from(
                word
                  .replaceAll("_", " ")
                  .replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
                "latin1",
              ),
        ),
      ).toString("utf8"),
    );
}
