import { Parser } from "htmlparser2";
import { oneLine } from "./plain.ts";

/** One line of text from a small piece of HTML, such as a feed's summary; text that is no HTML stays as it is. */
export function textOfHtml(html: string): string {
  if (!/[<&]/.test(html)) return oneLine(html);
  let text = "";
  let silent = 0;
  const isSilent = (name: string) => name === "script" || name === "style";
  const parser = new Parser(
    {
      onopentagname(name) {
        if (isSilent(name)) silent += 1;
        if (!INLINE.has(name)) text += " ";
      },
      ontext(part) {
        if (silent === 0) text += part;
      },
      onclosetag(name) {
        if (isSilent(name)) silent -= 1;
        if (!INLINE.has(name)) text += " ";
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return oneLine(text);
}

const INLINE = new Set("a abbr b bdi bdo cite code em font i mark q s small span strong sub sup u".split(" "));
