import type { Context } from "./context.ts";
import { composeLetter } from "../deliver/compose.ts";
import { contentOf } from "../deliver/email/content.ts";
import { textBody } from "../deliver/email/text-part.ts";
import type { DeliveryChannel } from "../deliver/ports.ts";
import { stamp } from "../desk/entry-draft.ts";
import { noticeEntries } from "../desk/notice.ts";
import { demand } from "../desk/permission.ts";
import { TocsinError } from "../model/error.ts";
import { evolve } from "../model/history.ts";
import { noticeStates } from "../model/notice.ts";
import { CHANNELS } from "../model/channel.ts";
import { SECTIONS } from "../model/statement.ts";
import type { NoticePreview, NoticeService } from "../web/ports.ts";

/** What the public must hear at once: what stands, what it would look like on its ways, and whom it would reach. */
export function createNotices(
  context: Context,
  channels: readonly DeliveryChannel[],
  propose: NoticeService["propose"],
): NoticeService {
  const { store, press, clock } = context;
  const service: NoticeService = {
    async propose(actor, content) {
      demand(actor.role, "notice.propose");
      const problems = (await service.preview(actor, content)).flatMap((one) => one.problems);
      const blocking = problems.find(({ blocks }) => blocks);
      if (blocking !== undefined) throw new TocsinError("INPUT_INVALID", `${blocking.channel}: ${blocking.message}`);
      return propose(actor, content);
    },

    async notices(actor) {
      demand(actor.role, "desk.read");
      const all = [...noticeStates(press.history(), clock()).values()].toReversed();
      return [...all.filter(({ state }) => state === "standing"), ...all.filter(({ state }) => state !== "standing")];
    },

    async preview(actor, content) {
      demand(actor.role, "desk.read");
      const now = clock();
      const before = press.history();
      const entries = stamp(noticeEntries(content, before, now), before.size, now, "approver");
      const history = evolve(before, entries);
      const carried = entries.map(({ id }) => id);
      return (history.office?.languages ?? []).map((lang): NoticePreview => {
        const variant = { lang, topics: SECTIONS, area: "", entries: carried };
        const letter = composeLetter(history, variant, { lane: "urgent", why: "subscribed" });
        const mail = contentOf(letter);
        const problems = channels.flatMap((channel) =>
          channel.check(letter).map((one) => ({ ...one, channel: channel.name })),
        );
        return { lang, title: letter.title, lead: letter.lead, mail: textBody(mail), problems };
      });
    },

    async audience(actor) {
      demand(actor.role, "desk.read");
      const counts = (await store.subscribers.count()).filter(({ status }) => status === "active");
      return CHANNELS.flatMap((channel) => {
        const subscribers = counts.find((one) => one.channel === channel)?.count ?? 0;
        return subscribers === 0 ? [] : [{ channel, subscribers }];
      });
    },
  };
  return service;
}
