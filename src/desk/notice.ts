import { isDeepStrictEqual } from "node:util";
import { trimmed } from "./edition.ts";
import type { EntryDraft } from "./entry-draft.ts";
import { textProblems } from "./problem.ts";
import { TocsinError } from "../model/error.ts";
import type { History } from "../model/history.ts";
import type { NoticeId } from "../model/id.ts";
import type { LocalText } from "../model/language.ts";
import { noticeStates, type Notice } from "../model/notice.ts";
import { msOf, type Instant } from "../model/time.ts";

/** Longest headline, in characters (code points): it must stand whole in a notification. */
export const HEADLINE_LENGTH_MAX = 120;
/** Longest text, in characters (code points): what somebody reads standing up. */
export const NOTICE_TEXT_LENGTH_MAX = 500;
/** A notice is for now: what holds longer belongs into an edition. */
export const NOTICE_DAYS_MAX = 7;

/** What two people agree on: a notice that has no number yet. */
export type NoticeContent = Omit<Notice, "id">;

/** What people write; the rest follows from what is done with it. */
export type NoticeWords = Pick<Notice, "headline" | "text" | "area" | "expires">;

/**
 * The entry that tells the public something at once. Throws INPUT_INVALID, NOTICE_EXPIRED when its time is over
 * already, and CONFLICT when the record says just this.
 */
export function publishNotice(words: NoticeWords, history: History, now: Instant): readonly EntryDraft[] {
  return entryOf({ ...wordsOf(words, history, now), replaces: null, ends: false }, history);
}

/**
 * The entry that puts a notice in the place of one that stands. Throws as `publishNotice`, NOTICE_UNKNOWN,
 * NOTICE_EXPIRED when that one's time is over, and CONFLICT when it was replaced or ended meanwhile.
 */
export function replaceNotice(id: NoticeId, words: NoticeWords, history: History, now: Instant): readonly EntryDraft[] {
  standing(id, history, now);
  return entryOf({ ...wordsOf(words, history, now), replaces: id, ends: false }, history);
}

/**
 * The entry that says that a notice is over before its time; headline and text say why. It concerns whom that one
 * concerned, for as long. Throws as `replaceNotice`.
 */
export function endNotice(
  id: NoticeId,
  words: Pick<NoticeWords, "headline" | "text">,
  history: History,
  now: Instant,
): readonly EntryDraft[] {
  const { area, expires } = standing(id, history, now);
  return entryOf({ ...wordsOf({ ...words, area, expires }, history, now), replaces: id, ends: true }, history);
}

/** The entry for what two people agreed on. Throws what the decision that it stands for throws. */
export function noticeEntries(content: NoticeContent, history: History, now: Instant): readonly EntryDraft[] {
  const { replaces, ends } = content;
  if (replaces === null && !ends) return publishNotice(content, history, now);
  if (replaces === null) throw new TocsinError("INPUT_INVALID", "Say which notice is over.");
  return ends ? endNotice(replaces, content, history, now) : replaceNotice(replaces, content, history, now);
}

/** The notice that says just this, with nothing in its place; null where the record has none. */
export function publishedAs(content: NoticeContent, history: History): NoticeId | null {
  const notices = [...history.notices.values()];
  const followed = new Set(notices.map(({ value }) => value.replaces));
  for (const { value } of notices) {
    const { id, ...rest } = value;
    if (!followed.has(id) && isDeepStrictEqual(rest, contentOf(content))) return id;
  }
  return null;
}

/** Only what the record keeps of it. */
function contentOf({ headline, text, area, expires, replaces, ends }: NoticeContent): NoticeContent {
  return { headline, text, area, expires, replaces, ends };
}

function entryOf(content: NoticeContent, history: History): readonly EntryDraft[] {
  const known = publishedAs(content, history);
  if (known !== null) {
    throw new TocsinError("CONFLICT", `This notice is published already, as ${known}.`, {
      fix: "Look at the list of notices.",
    });
  }
  return [{ kind: "notice", payload: { id: `n${history.notices.size + 1}` as NoticeId, ...contentOf(content) } }];
}

function standing(id: NoticeId, history: History, now: Instant): Notice {
  const known = noticeStates(history, now).get(id);
  if (known === undefined || known.state === "end") {
    throw new TocsinError("NOTICE_UNKNOWN", `There is no notice ${id} that stands.`, {
      fix: "Choose one from the list of notices.",
    });
  }
  if (known.state === "expired") {
    throw new TocsinError("NOTICE_EXPIRED", `The time of notice ${id} is over.`, { fix: "Write a new one." });
  }
  if (known.state !== "standing") {
    throw new TocsinError("CONFLICT", `Notice ${id} was ${known.state} meanwhile.`, {
      fix: "Reload the list and look at what stands there now.",
    });
  }
  return known.notice.value;
}

function wordsOf(words: NoticeWords, history: History, now: Instant): NoticeWords {
  const headline = oneLine(words.headline);
  const text = oneLine(words.text);
  demandText("The headline", headline, HEADLINE_LENGTH_MAX, history);
  demandText("The text", text, NOTICE_TEXT_LENGTH_MAX, history);
  const left = msOf(words.expires) - msOf(now);
  if (left <= 0) {
    throw new TocsinError("NOTICE_EXPIRED", "The time until which the notice holds is past.", {
      fix: "Say until when it holds.",
    });
  }
  if (left > NOTICE_DAYS_MAX * 86_400_000) {
    throw new TocsinError("INPUT_INVALID", `A notice holds for at most ${NOTICE_DAYS_MAX} days.`, {
      fix: "Choose an earlier end, or say it in an edition.",
    });
  }
  return { headline, text, area: oneLine(words.area), expires: words.expires };
}

function demandText(what: string, text: LocalText, max: number, history: History): void {
  const languages = history.office?.languages ?? [];
  const [problem] = textProblems(null, what, text, languages);
  if (problem !== undefined || languages.length === 0) {
    throw new TocsinError("INPUT_INVALID", problem?.message ?? "Nobody has said yet in which languages.", {
      fix: "A notice goes out in every language of the office.",
    });
  }
  for (const [lang, value] of Object.entries(text)) {
    const { length } = Array.from(value);
    if (length > max)
      throw new TocsinError("INPUT_INVALID", `${what} has ${length} characters in “${lang}”; the most is ${max}.`);
  }
}

/** Notifications and subjects know no line breaks. */
function oneLine(text: LocalText): LocalText {
  return trimmed(Object.fromEntries(Object.entries(text).map(([lang, value]) => [lang, value.replace(/\s+/gu, " ")])));
}
