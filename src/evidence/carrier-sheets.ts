import type { Reading } from "../language/sentences.ts";

/** What is handed on. */
export const SHEETS =
  /^(?:messages?|letters?|notes?|circulars?|memos?|e-?mails?|documents?|statements?|recordings?|reports?|telegrams?|papers|files?|videos?|pictures)$/;

/** "passed it on", "handed the note": the remark itself goes on. */
export function isPassed(reading: Reading, v: number): boolean {
  const next = reading.tokens[v + 1]?.lower ?? "";
  const noun = reading.tokens[v + 2]?.lower ?? "";
  return (
    /^(?:it|this|them)$/.test(next) ||
    (/^(?:the|this|that|his|her|their)$/.test(next) &&
      (SHEETS.test(noun) || /^(?:news|word|warning|story|account|information|claim|tip)$/.test(noun)))
  );
}
