import type { NoticeContent } from "../../desk/notice.ts";
import { areasOf } from "../../model/area.ts";
import { TocsinError } from "../../model/error.ts";
import type { History } from "../../model/history.ts";
import { textIn, type LocalText } from "../../model/language.ts";
import type { Notice } from "../../model/notice.ts";
import { instantOf, msOf, type Instant } from "../../model/time.ts";
import type { Form } from "./form.ts";
import type { View } from "./view.ts";

/** What a notice is written for. `notice` is the one that it replaces or ends. */
export type NoticeTask = { readonly kind: "publish" } | { readonly kind: "replace" | "end"; readonly notice: Notice };

/** The form as it is shown. */
export interface NoticeTyped {
  readonly headline: LocalText;
  readonly text: LocalText;
  /** Name in the office's first language; empty for the whole country. */
  readonly area: string;
  readonly expires: Instant | null;
  /** What was typed for the time, where it was no time. */
  readonly expiresTyped: string | undefined;
}

/** A day: long enough to be read by most, short enough that somebody looks again. */
const HOURS_AT_FIRST = 24;

/** Before anybody typed: empty, or the words of the one that is replaced. */
export function untouchedNotice(task: NoticeTask, v: View): NoticeTyped {
  const later = instantOf(msOf(v.now) + HOURS_AT_FIRST * 3_600_000);
  if (task.kind === "publish") return { headline: {}, text: {}, area: "", expires: later, expiresTyped: undefined };
  const { headline, text, area, expires } = task.notice;
  const words = task.kind === "end" ? { headline: {}, text: {} } : { headline, text };
  return { ...words, area: areaName(area, v), expires, expiresTyped: undefined };
}

/** A form as it was sent, and what it proposes. `contentOf` throws INPUT_INVALID. */
export function typedNotice(
  form: Form,
  task: NoticeTask,
  v: View,
  history: History,
): { readonly shown: NoticeTyped; readonly contentOf: () => NoticeContent } {
  const words = { headline: form.local("headline", v.languages), text: form.local("text", v.languages) };
  if (task.kind === "end") {
    const { id, area, expires } = task.notice;
    const shown = { ...words, area: areaName(area, v), expires, expiresTyped: undefined };
    return { shown, contentOf: () => ({ ...words, area, expires, replaces: id, ends: true }) };
  }
  const shown = { ...words, area: form.text("area"), expires: null, expiresTyped: form.text("expires") };
  return {
    shown,
    contentOf() {
      const expires = form.time("expires", v.zone);
      if (expires === null) throw new TocsinError("INPUT_INVALID", "Say until when the notice holds.");
      const replaces = task.kind === "replace" ? task.notice.id : null;
      return { ...words, area: areaTexts(shown.area, task, history), expires, replaces, ends: false };
    },
  };
}

/** Areas to choose from: those that subscribers can choose, and that of the notice in hand. */
export function areaChoices(task: NoticeTask, history: History): ReadonlyMap<string, LocalText> {
  const first = history.office?.languages[0] ?? "";
  const found = new Map(areasOf(history).map(({ name, texts }) => [name, texts] as const));
  if (task.kind !== "publish") {
    const { text } = textIn(task.notice.area, first, []);
    if (text !== "") found.set(text, task.notice.area);
  }
  return found;
}

function areaTexts(name: string, task: NoticeTask, history: History): LocalText {
  if (name === "") return {};
  const texts = areaChoices(task, history).get(name);
  if (texts === undefined) throw new TocsinError("INPUT_INVALID", "There is no such area.");
  return texts;
}

function areaName(area: LocalText, v: View): string {
  return textIn(area, v.languages[0] ?? "", []).text;
}
