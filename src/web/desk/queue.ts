import type { ReportFilter } from "../../intake/ports.ts";
import { isPublisherId } from "../../model/id.ts";
import type { Query } from "./paths.ts";
import { instantIn } from "./zone.ts";

export const PAGE_SIZE = 30;

/** What the inbox was asked for, as it stands in the address; reports keep it along, so that the queue stays. */
export interface QueueQuery {
  readonly unread: boolean;
  readonly publisher: string;
  /** Day as `yyyy-mm-dd`, in the office's zone. */
  readonly since: string;
  readonly until: string;
  readonly q: string;
  /** Counts from 1. */
  readonly page: number;
}

/** Foreign input: anything that makes no sense is as if it were not there. */
export function queueQuery(get: (name: string) => string | undefined): QueueQuery {
  const day = (name: string): string => {
    const text = get(name) ?? "";
    return /^\d{4}-\d\d-\d\d$/.test(text) ? text : "";
  };
  const publisher = get("publisher") ?? "";
  const page = Number(get("page") ?? "1");
  return {
    unread: get("unread") === "1",
    publisher: isPublisherId(publisher) ? publisher : "",
    since: day("since"),
    until: day("until"),
    q: (get("q") ?? "").trim().slice(0, 200),
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}

/** For the intake: days become the instants at which they begin and end in `zone`. */
export function filterOf(query: QueueQuery, zone: string): ReportFilter {
  const since = query.since === "" ? null : instantIn(`${query.since}T00:00`, zone);
  const until = query.until === "" ? null : instantIn(`${query.until}T23:59:59`, zone);
  return {
    ...(query.unread ? { unread: true } : {}),
    ...(isPublisherId(query.publisher) ? { publisher: query.publisher } : {}),
    ...(since === null ? {} : { since }),
    ...(until === null ? {} : { until }),
    ...(query.q === "" ? {} : { search: query.q }),
    limit: PAGE_SIZE,
    offset: (query.page - 1) * PAGE_SIZE,
  };
}

/** Back into an address. */
export function queryOf(query: QueueQuery, page = query.page): Query {
  const { unread, publisher, since, until, q } = query;
  return { unread: unread ? 1 : "", publisher, since, until, q, page: page === 1 ? "" : page };
}

/** Is anything asked for besides everything? */
export function isFiltered(query: QueueQuery): boolean {
  return query.unread || [query.publisher, query.since, query.until, query.q].some((text) => text !== "");
}
