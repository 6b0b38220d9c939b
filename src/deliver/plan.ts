import type { Channel } from "../model/channel.ts";
import type { Correction } from "../model/correction.ts";
import type { Edition } from "../model/edition.ts";
import type { Entry } from "../model/entry.ts";
import type { History } from "../model/history.ts";
import type { DispatchId, EntryId } from "../model/id.ts";
import { textIn } from "../model/language.ts";
import type { Notice } from "../model/notice.ts";
import { SECTIONS } from "../model/statement.ts";
import { FREQUENCIES } from "../model/subscriber.ts";
import { instantOf, msOf, type Instant } from "../model/time.ts";
import type { Dispatch } from "./dispatch.ts";
import type { DispatchPlan } from "./ports.ts";

/** An edition that could not be sent for so long after its promised successor is not sent any more. */
const EDITION_STALE_HOURS = 24;

/** What planning has to know besides the record. */
export interface PlanContext {
  /** As it stands with the entry. */
  readonly history: History;
  readonly channels: readonly Channel[];
  readonly now: Instant;
}

/** Entries whose recipients heard what this entry puts right or ends; empty where it corrects nothing. */
export function originalsOf(entry: Entry, history: History): readonly EntryId[] {
  if (entry.kind === "notice") return replacedBy(entry.payload, history);
  if (entry.kind !== "correction" || entry.payload.kind === "update") return [];
  const { statement, fromVersion, editions } = entry.payload;
  const changes = history.statements.get(statement)?.corrections ?? [];
  // The version that was wrong may itself have gone out as a correction.
  const told = changes.filter(({ value }) => value.right?.version === fromVersion);
  return [
    ...editions.map((number) => `edition:${number}` as EntryId),
    ...told.map(({ value }) => `correction:${value.id}` as EntryId),
  ];
}

/** All notices in the row that this one replaces. */
function replacedBy(notice: Notice, history: History): readonly EntryId[] {
  const found: EntryId[] = [];
  for (let id = notice.replaces; id !== null && found.length < history.notices.size;) {
    found.push(`notice:${id}` as EntryId);
    id = history.notices.get(id)?.value.replaces ?? null;
  }
  return found;
}

/**
 * What an entry causes to be sent: on each channel to whom it concerns, and for corrections to exactly those who got
 * the original, whatever they chose since. `carriers`: dispatches that carried one of `originalsOf` the entry.
 */
export function plansFor(entry: Entry, carriers: readonly Dispatch[], context: PlanContext): readonly DispatchPlan[] {
  switch (entry.kind) {
    case "edition":
      return context.channels.map((channel) => editionPlan(entry.id, entry.payload, channel, context));
    case "notice":
      return context.channels.flatMap((channel) => noticePlans(entry.id, entry.payload, channel, carriers, context));
    case "correction":
      return context.channels.flatMap((channel) =>
        correctionPlans(entry.id, entry.payload, channel, carriers, context),
      );
    case "office":
    case "publisher":
    case "statement":
    case "reply-request":
    case "reach":
    case "publication":
      return [];
  }
}

type Planned = Omit<Dispatch, "number">;

function dispatchOf(
  id: EntryId,
  channel: Channel,
  context: PlanContext,
  rest: Pick<Planned, "lane"> & Partial<Planned>,
): Planned {
  const own = { id: `${id}/${channel}` as DispatchId, channel, why: "subscribed", threads: [] } as const;
  return { ...own, plannedAt: context.now, notAfter: null, paused: false, ...rest };
}

function editionPlan(id: EntryId, edition: Edition, channel: Channel, context: PlanContext): DispatchPlan {
  const notAfter = instantOf(msOf(edition.nextUpdate) + EDITION_STALE_HOURS * 3_600_000);
  return {
    dispatch: dispatchOf(id, channel, context, { lane: "edition", notAfter }),
    audience: [
      {
        kind: "subscribed",
        frequencies: ["each"],
        topics: SECTIONS,
        hour: null,
        areas: null,
        entries: [id],
        without: [],
      },
    ],
  };
}

function noticePlans(
  id: EntryId,
  notice: Notice,
  channel: Channel,
  carriers: readonly Dispatch[],
  context: PlanContext,
): readonly DispatchPlan[] {
  const area = textIn(notice.area, context.history.office?.languages[0] ?? "", []).text;
  const notAfter = notice.ends ? null : notice.expires;
  const first = gotOriginal(id, channel, carriers, { lane: "urgent", notAfter }, context);
  return [
    ...first,
    {
      dispatch: dispatchOf(id, channel, context, { lane: "urgent", notAfter }),
      audience: [
        {
          kind: "subscribed",
          frequencies: FREQUENCIES,
          topics: SECTIONS,
          hour: null,
          areas: area === "" ? null : [area],
          entries: [id],
          without: first.map(({ dispatch }) => dispatch.id),
        },
      ],
    },
  ];
}

function correctionPlans(
  id: EntryId,
  correction: Correction,
  channel: Channel,
  carriers: readonly Dispatch[],
  context: PlanContext,
): readonly DispatchPlan[] {
  // The world changed: the next edition says so.
  if (correction.kind === "update") return [];
  const first = gotOriginal(id, channel, carriers, { lane: "correction", notAfter: null }, context, correction);
  return [
    ...first,
    {
      dispatch: dispatchOf(id, channel, context, { lane: "correction" }),
      audience: [
        {
          kind: "subscribed",
          frequencies: ["each"],
          topics: ["corrections"],
          hour: null,
          areas: null,
          entries: [id],
          without: first.map(({ dispatch }) => dispatch.id),
        },
      ],
    },
  ];
}

/** To those who got what was wrong; none where nothing that carried it was sent on this channel. */
function gotOriginal(
  id: EntryId,
  channel: Channel,
  carriers: readonly Dispatch[],
  { lane, notAfter }: Pick<Planned, "lane" | "notAfter">,
  context: PlanContext,
  correction?: Correction,
): readonly DispatchPlan[] {
  const before = carriers.filter((one) => one.channel === channel).map((one) => one.id);
  if (before.length === 0) return [];
  const own = { id: `${id}/${channel}/got-original` as DispatchId, why: "got-original", threads: before } as const;
  const { statements, office } = context.history;
  const original =
    correction === undefined
      ? undefined
      : statements.get(correction.statement)?.versions.find(({ value }) => value.version === correction.fromVersion)
          ?.value;
  const area = original === undefined ? "" : textIn(original.area, office?.languages[0] ?? "", []).text;
  return [
    {
      dispatch: dispatchOf(id, channel, context, { lane, notAfter, ...own }),
      audience: [{ kind: "got-original", dispatches: before, topic: original?.section ?? null, area, entries: [id] }],
    },
  ];
}
