import type { DeskService } from "../../src/web/ports.ts";
import { fakeAccess } from "./fake/access.ts";
import { fakeDelivery } from "./fake/delivery.ts";
import { fakeEditions } from "./fake/editions.ts";
import { fakeEvidence } from "./fake/evidence.ts";
import { fakeIntake } from "./fake/intake.ts";
import { fakeNotices } from "./fake/notices.ts";
import { fakeState, type FakeState } from "./fake/state.ts";

/**
 * A whole office in memory, with an invented flood. Sessions `session-olena` (administrator), `session-ruben`
 * (approver), `session-ida` (editor) and `session-noor` (analyst) are open. Errors come from sentinel inputs, named
 * beside each part. With `ferry` there is a second story, of a ferry, whose claim has everything that a claim can have.
 */
export function fakeDesk(options: { readonly empty?: boolean; readonly ferry?: boolean } = {}): {
  readonly state: FakeState;
  readonly service: DeskService;
} {
  const state = fakeState(options.empty ?? false, options.ferry ?? false);
  return {
    state,
    service: {
      access: fakeAccess(state),
      intake: fakeIntake(state),
      evidence: fakeEvidence(state),
      editions: fakeEditions(state),
      notices: fakeNotices(state),
      delivery: fakeDelivery(state),
    },
  };
}
