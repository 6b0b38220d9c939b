import { sql, type Kysely, type SelectQueryBuilder } from "kysely";
import type { ReportFilter, ReportSummary } from "../intake/ports.ts";
import type { PublisherId, ReportId } from "../model/id.ts";
import type { Instant } from "../model/time.ts";
import { searchPatterns } from "./fold.ts";
import type { Schema } from "./schema.ts";

/** The inbox: one query for the ids and one for the total, then one each for titles and counts of that page. */
export async function listReports(
  db: Kysely<Schema>,
  filter: ReportFilter,
): Promise<{ readonly reports: readonly ReportSummary[]; readonly total: number }> {
  const filtered = matching(db.selectFrom("reports"), filter);
  const { total } = await filtered.select((eb) => eb.fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  const page = await filtered
    .select("reports.id")
    .orderBy("reports.sort_at", "desc")
    .orderBy("reports.id")
    .limit(Math.max(0, filter.limit))
    .offset(Math.max(0, filter.offset))
    .execute();
  return {
    reports: await summaries(
      db,
      page.map((row) => row.id),
    ),
    total,
  };
}

type Heads = SelectQueryBuilder<Schema, "reports", object>;

function matching(query: Heads, filter: ReportFilter): Heads {
  let heads = query;
  if (filter.unread !== undefined) heads = heads.where("reports.is_read", "=", filter.unread ? 0 : 1);
  if (filter.publisher !== undefined) heads = heads.where("reports.publisher", "=", filter.publisher);
  if (filter.since !== undefined) heads = heads.where("reports.sort_at", ">=", filter.since);
  if (filter.until !== undefined) heads = heads.where("reports.sort_at", "<", filter.until);
  const { claim } = filter;
  if (claim !== undefined) {
    heads = heads.where("reports.id", "in", (eb) =>
      eb.selectFrom("claim_reports").select("claim_reports.report").where("claim_reports.claim", "=", claim),
    );
  }
  const patterns = searchPatterns(filter.search ?? "");
  if (patterns.length > 0) {
    heads = heads.where("reports.id", "in", (eb) => {
      let found = eb.selectFrom("report_search").select("report_search.report");
      for (const pattern of patterns) {
        found = found.where(sql<boolean>`report_search.folded like ${pattern} escape '\\'`);
      }
      return found;
    });
  }
  return heads;
}

async function summaries(db: Kysely<Schema>, ids: readonly string[]): Promise<readonly ReportSummary[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("reports")
    .innerJoin("report_versions as v", (join) =>
      join.onRef("v.report", "=", "reports.id").onRef("v.version", "=", "reports.version"),
    )
    .leftJoin("publishers as p", "p.id", "reports.publisher")
    .where("reports.id", "in", ids)
    .select(["reports.id", "reports.version", "reports.publisher", "reports.is_read", "p.name as known_name"])
    .select(["v.publisher_name", "v.title", "v.url", "v.language", "v.published_at", "v.retrieved_at"])
    .execute();
  const attributions = await countSuggestions(db, "attributions", ids);
  const figures = await countSuggestions(db, "figures", ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (row === undefined) return [];
    const said = attributions.get(id) ?? NONE;
    const counted = figures.get(id) ?? NONE;
    return {
      id: row.id as ReportId,
      version: row.version,
      title: row.title,
      publisher: row.publisher as PublisherId,
      publisherName: row.known_name ?? row.publisher_name,
      url: row.url,
      language: row.language,
      publishedAt: row.published_at as Instant | null,
      retrievedAt: row.retrieved_at as Instant,
      read: row.is_read === 1,
      undecided: said.undecided + counted.undecided,
      attributions: said.all,
      figures: counted.all,
    };
  });
}

interface SuggestionCount {
  readonly all: number;
  readonly undecided: number;
}

const NONE: SuggestionCount = { all: 0, undecided: 0 };

/** Suggestions of the newest versions of these reports. */
async function countSuggestions(
  db: Kysely<Schema>,
  table: "attributions" | "figures",
  ids: readonly string[],
): Promise<ReadonlyMap<string, SuggestionCount>> {
  const rows = await db
    .selectFrom("reports")
    .innerJoin(`${table} as s`, (join) =>
      join.onRef("s.report", "=", "reports.id").onRef("s.version", "=", "reports.version"),
    )
    .where("reports.id", "in", ids)
    .groupBy("reports.id")
    .select((eb) => [
      "reports.id",
      eb.fn.countAll<number>().as("all_of_them"),
      eb.fn.count<number>("s.verdict").as("decided"),
    ])
    .execute();
  return new Map(rows.map((row) => [row.id, { all: row.all_of_them, undecided: row.all_of_them - row.decided }]));
}
