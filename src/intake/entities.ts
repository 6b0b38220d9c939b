import { Parser } from "htmlparser2";

/** Text that somebody escaped once too often: `Full &#038; part` → `Full & part`. Markup in it goes. */
export function decodeEntities(text: string): string {
  if (!text.includes("&") && !text.includes("<")) return text;
  let plain = "";
  const parser = new Parser({ ontext: (part) => (plain += part) }, { decodeEntities: true });
  parser.end(text);
  return plain;
}
