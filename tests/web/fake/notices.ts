import { composeLetter } from "../../../src/deliver/compose.ts";
import { contentOf } from "../../../src/deliver/email/content.ts";
import { textBody } from "../../../src/deliver/email/text-part.ts";
import { stamp } from "../../../src/desk/entry-draft.ts";
import { noticeEntries } from "../../../src/desk/notice.ts";
import { evolve } from "../../../src/model/history.ts";
import type { ProposalId } from "../../../src/model/id.ts";
import { noticeStates } from "../../../src/model/notice.ts";
import { SECTIONS } from "../../../src/model/statement.ts";
import type { NoticeService } from "../../../src/web/ports.ts";
import { act, fresh, type FakeState } from "./state.ts";

/** The real decisions and letters over a record in memory; 1,200 people read e-mail, 34 get notifications. */
export function fakeNotices(state: FakeState): NoticeService {
  return {
    async notices() {
      const all = [...noticeStates(state.history, state.now).values()].toReversed();
      return [
        ...all.filter(({ state: one }) => one === "standing"),
        ...all.filter(({ state: one }) => one !== "standing"),
      ];
    },
    async preview(_actor, content) {
      const before = state.history;
      const entries = stamp(noticeEntries(content, before, state.now), before.size, state.now, "approver");
      const variant = { topics: SECTIONS, area: "", entries: entries.map(({ id }) => id) };
      return ["en", "uk"].map((lang) => {
        const letter = composeLetter(
          evolve(before, entries),
          { ...variant, lang },
          { lane: "urgent", why: "subscribed" },
        );
        return { lang, title: letter.title, lead: letter.lead, mail: textBody(contentOf(letter)), problems: [] };
      });
    },
    audience: async () =>
      state.empty
        ? []
        : [
            { channel: "email", subscribers: 1200 },
            { channel: "push", subscribers: 34 },
          ],
    async propose(actor, content) {
      const id = fresh(state, "p") as ProposalId;
      act(state, actor, "notice.propose", "notice.proposed", id);
      noticeEntries(content, state.history, state.now);
      const course = { proposedBy: actor.user, proposedAt: state.now, status: "open" } as const;
      state.proposals.set(id, { id, kind: "notice", notice: content, ...course, decidedBy: null, decidedAt: null });
      return id;
    },
  };
}
