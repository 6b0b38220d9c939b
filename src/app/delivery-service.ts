import { act, type Context } from "./context.ts";
import type { Alarms } from "./alarms.ts";
import type { DeliveryForecast } from "./delivery-forecast.ts";
import type { DeliveryMeter } from "./delivery-meter.ts";
import { withDraft } from "./draft-entries.ts";
import { canonical } from "./press.ts";
import type { SelfCheck } from "./self-check.ts";
import { withdrawStatement } from "../desk/correction.ts";
import { stamp } from "../desk/entry-draft.ts";
import { demand } from "../desk/permission.ts";
import { LANES, type Dispatch, type Tally } from "../deliver/dispatch.ts";
import type { RelayState } from "../deliver/email/relay.ts";
import { CHANNELS, type Channel } from "../model/channel.ts";
import { TocsinError } from "../model/error.ts";
import { evolve, latestVersion } from "../model/history.ts";
import type { DispatchId, StatementId } from "../model/id.ts";
import { msOf } from "../model/time.ts";
import type { DeliveryService, DispatchLine, ExpectedReach } from "../web/delivery-ports.ts";

/** Open dispatches that the dashboard adds up. */
const OPEN_MAX = 500;
/** Doubtful recipients named on one page. */
const DOUBTFUL_SHOWN = 1000;

/** Counting a hundred thousand recipients takes a third of a second, so a page that is loaded again counts on this. */
const COUNTED_MS = 20_000;
const COUNTED_MAX = 100;

export interface DeliveryServicePorts {
  readonly forecast: DeliveryForecast;
  readonly meter: DeliveryMeter;
  readonly check: Pick<SelfCheck, "last">;
  readonly alarms: Pick<Alarms, "list">;
  /** Channels that are set up here. */
  readonly channels: readonly Channel[];
  readonly relays: () => readonly RelayState[];
  /** Something waits again. */
  readonly ring: (dispatch: Dispatch) => void;
}

/** The actions behind the desk's pages about what is sent. */
export function createDeliveryService(context: Context, ports: DeliveryServicePorts): DeliveryService {
  const { store, press, clock } = context;
  const { ledger } = store;
  const counted = new Map<
    StatementId,
    { readonly reach: readonly ExpectedReach[]; readonly size: number; readonly at: number }
  >();

  async function known(id: DispatchId): Promise<Dispatch> {
    const found = await ledger.dispatch(id);
    if (found !== null) return found;
    throw new TocsinError("NOT_FOUND", "There is no such dispatch.", { fix: "Choose one from the list." });
  }

  async function lineOf(dispatch: Dispatch): Promise<DispatchLine> {
    return { ...dispatch, tally: await ledger.tally(dispatch.id) };
  }

  return {
    alarms: () => ports.alarms.list(),

    async overview(actor) {
      demand(actor.role, "desk.read");
      const counts = await store.subscribers.count();
      const open = await Promise.all((await ledger.dispatches({ open: true, limit: OPEN_MAX })).map(lineOf));
      const waitingOf = (wanted: (dispatch: Dispatch) => boolean): number =>
        open.filter(wanted).reduce((sum, { tally }) => sum + waitingIn(tally), 0);
      const statusOf = (channel: Channel, status: string): number =>
        counts.find((one) => one.channel === channel && one.status === status)?.count ?? 0;
      const lines = CHANNELS.map((channel) => ({
        channel,
        ready: ports.channels.includes(channel),
        subscribers: {
          active: statusOf(channel, "active"),
          pending: statusOf(channel, "pending"),
          suspended: statusOf(channel, "suspended"),
        },
        waiting: waitingOf((dispatch) => dispatch.channel === channel),
        perMinute: ports.meter.perMinute(channel),
        checked: ports.check.last(channel),
      }));
      return {
        channels: lines.filter(
          ({ channel, ready, waiting }) => ready || waiting > 0 || counts.some((one) => one.channel === channel),
        ),
        waiting: LANES.map((lane) => ({ lane, count: waitingOf((dispatch) => dispatch.lane === lane) })).filter(
          ({ count }) => count > 0,
        ),
        relays: ports.relays(),
      };
    },

    async dispatches(actor, filter) {
      demand(actor.role, "desk.read");
      return Promise.all((await ledger.dispatches({ ...filter, peopled: true })).map(lineOf));
    },

    async dispatch(actor, id) {
      demand(actor.role, "desk.read");
      const dispatch = await known(id);
      const [line, troubles, doubtful] = await Promise.all([
        lineOf(dispatch),
        ledger.troubleCounts(id),
        ledger.troubles(id, { outcome: "unknown", after: 0, limit: DOUBTFUL_SHOWN }),
      ]);
      return {
        ...line,
        troubles,
        doubtful: doubtful.map(({ subscriber, code }) => ({ subscriber, code })),
        relays: dispatch.channel === "email" ? ports.relays() : [],
      };
    },

    async setPaused(actor, id, paused) {
      demand(actor.role, "delivery.edit");
      const dispatch = await known(id);
      if (dispatch.paused === paused) return;
      const action = paused ? "delivery.paused" : "delivery.resumed";
      await act(context, actor, "delivery.edit", { action, about: id });
      await ledger.pause(id, paused);
      if (!paused) ports.ring(dispatch);
    },

    async retry(actor, id, which) {
      demand(actor.role, "delivery.edit");
      const dispatch = await known(id);
      const count = await ledger.retry(id, which, clock());
      const action = which === "failed" ? "delivery.retried" : "delivery.repeated";
      await act(context, actor, "delivery.edit", { action, about: id, note: String(count) });
      if (count > 0) ports.ring(dispatch);
      return count;
    },

    async correctionReach(actor, id) {
      demand(actor.role, "desk.read");
      const history = press.history();
      const statement = history.statements.get(id);
      if (statement === undefined) {
        throw new TocsinError("STATEMENT_UNKNOWN", `There is no published statement ${id}.`, {
          fix: "Choose one from the list.",
        });
      }
      if (statement.withdrawn) return [];
      const before = counted.get(id);
      if (before?.size === history.size && msOf(clock()) - before.at < COUNTED_MS) return before.reach;
      // A correction goes where a withdrawal goes, and that needs no new words.
      const { value } = latestVersion(statement);
      const command = { statement: id, fromVersion: value.version, reason: value.text };
      const entries = canonical(stamp(withdrawStatement(command, history), history.size, clock(), "approver"));
      const reach = await ports.forecast.reach({ history: evolve(history, entries), entries });
      if (counted.size >= COUNTED_MAX) counted.clear();
      counted.set(id, { reach, size: history.size, at: msOf(clock()) });
      return reach;
    },

    async draftReach(actor, id) {
      demand(actor.role, "desk.read");
      const draft = await store.drafts.get(id);
      if (draft === null) throw new TocsinError("NOT_FOUND", "There is no such draft.");
      const foreseen = await withDraft(context, draft);
      return {
        reach: await ports.forecast.reach(foreseen),
        checks: ports.forecast.checks(foreseen, draft.content.languages),
      };
    },
  };
}

/** Who has no outcome yet. */
function waitingIn({ planned, underWay }: Tally): number {
  return planned + underWay;
}
