import type { Dated, History } from "./history.ts";
import type { NoticeId } from "./id.ts";
import type { LocalText } from "./language.ts";
import type { Instant } from "./time.ts";

/** What the public must hear before the next edition: short, for now, with an end. Needs two people. */
export interface Notice {
  readonly id: NoticeId;
  readonly headline: LocalText;
  readonly text: LocalText;
  /** Plain name of the area; empty for the whole country. */
  readonly area: LocalText;
  /** From then on it is neither shown as standing nor sent. */
  readonly expires: Instant;
  /** The notice that this one replaces; null for a new one. */
  readonly replaces: NoticeId | null;
  /** True: nothing comes in its place, the replaced one is over (CAP 1.2 §3.2.1 msgType Cancel). */
  readonly ends: boolean;
}

/** `end`: it says that another one is over, so it never stands itself. */
export type NoticeState = "standing" | "expired" | "replaced" | "ended" | "end";

/** What became of each notice by `at`, in the record's order. */
export function noticeStates(
  { notices }: Pick<History, "notices">,
  at: Instant,
): ReadonlyMap<NoticeId, { readonly notice: Dated<Notice>; readonly state: NoticeState }> {
  const followed = new Map<NoticeId, NoticeState>();
  for (const { value } of notices.values())
    if (value.replaces !== null) followed.set(value.replaces, value.ends ? "ended" : "replaced");
  const own = ({ id, ends, expires }: Notice): NoticeState =>
    ends ? "end" : (followed.get(id) ?? (at < expires ? "standing" : "expired"));
  return new Map([...notices].map(([id, notice]) => [id, { notice, state: own(notice.value) }]));
}

/** Notices that hold at `at`, in the record's order. */
export function standingNotices(history: Pick<History, "notices">, at: Instant): readonly Dated<Notice>[] {
  if (history.notices.size === 0) return [];
  return [...noticeStates(history, at).values()].flatMap(({ notice, state }) => (state === "standing" ? [notice] : []));
}
