import type { DispatchId } from "../model/id.ts";
import type { Outgoing } from "./letter.ts";
import type { Hold, Ledger } from "./ports.ts";

/** What each recipient of the block under way got before that this corrects or ends, newest first. */
export async function threadsOf(
  ledger: Pick<Ledger, "dispatch" | "refs">,
  { dispatch: { threads }, range: { recipients, settled, started } }: Hold,
): Promise<(i: number) => Outgoing["threads"]> {
  if (threads.length === 0) return () => [];
  const block = recipients.slice(settled, started);
  const before = await Promise.all(
    threads.toReversed().map(async (id: DispatchId) => ({
      dispatch: await ledger.dispatch(id),
      refs: await ledger.refs(id, block),
    })),
  );
  return (i) =>
    before.flatMap(({ dispatch, refs }) => {
      const ref = refs[i];
      return dispatch === null || ref === undefined ? [] : [{ id: dispatch.id, number: dispatch.number, ref }];
    });
}
