// Character clean-up that all texts from outside go through.

/**
 * Takes out what no text needs and what XML 1.0 and terminals choke on: NUL and other control characters, non-characters,
 * a byte order mark at the start, halves of surrogate pairs. Form feed and its like become a line end, so that words
 * stay apart. Tab, LF and CR stay.
 */
export function withoutControls(text: string): string {
  return text
    .toWellFormed()
    .replace(/^\ufeff/, "")
    .replace(/[\u000b\u000c\u0085]/g, "\n")
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g, "");
}

/** One line: runs of white space become one space, invisible characters (soft hyphen, zero-width space) go. */
export function oneLine(text: string): string {
  return withoutControls(text)
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** `oneLine`, cut to at most `max` UTF-16 units at the end of a word, with an ellipsis. */
export function shortLine(text: string, max: number): string {
  const line = oneLine(text);
  if (line.length <= max) return line;
  return `${line
    .slice(0, max - 1)
    .replace(/\s+\S*$/, "")
    .toWellFormed()}…`;
}
