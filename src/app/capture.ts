import type { Context } from "./context.ts";
import { admit } from "../intake/admit.ts";
import { fingerprintsOf, withoutBoilerplate } from "../intake/boilerplate.ts";
import { canonicalUrl } from "../intake/url.ts";
import { isTocsinError, TocsinError } from "../model/error.ts";
import { freshId, publisherIdOf, type PublisherId, type ReportId, type UserId } from "../model/id.ts";
import type { Publisher } from "../model/publisher.ts";
import type { ExtractedReport, Report } from "../model/report.ts";
import { sha256, type Sha256 } from "../model/sha256.ts";
import type { Instant } from "../model/time.ts";
import type { ImportOutcome } from "../web/ports.ts";

/** Bytes that came in, from wherever. */
export interface Captured {
  /** Address, or `file:` and a name. */
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** Name of the file, where there is one. */
  readonly name: string;
  readonly retrievedAt: Instant;
  /** Publisher that the source or the person names; null: told by the report itself. */
  readonly publisher: PublisherId | null;
  readonly publisherName: string;
  /** What a feed says of the entry, where the page does not say it itself. */
  readonly publishedAt: Instant | null;
  readonly by: UserId | null;
}

/**
 * One captured document → one report with its evidence. The bytes are stored before anything parses them; whatever
 * goes wrong afterwards is this report's matter alone and is kept as a failure.
 */
export async function takeIn(context: Context, captured: Captured): Promise<ImportOutcome> {
  const hash = await context.snapshots.put(captured.bytes);
  try {
    const extracted = await context.extractor.extract(captured.bytes, {
      url: captured.url,
      contentType: captured.contentType,
      name: captured.name,
      retrievedAt: captured.retrievedAt,
    });
    return await keep(context, captured, hash, extracted);
  } catch (error) {
    return fail(context, captured.url, error, hash, captured.by);
  }
}

/** Notes a failure for the desk and gives it as an outcome. Errors that are not ours become INTERNAL and are logged. */
export async function fail(
  { store, clock, logger }: Context,
  url: string,
  error: unknown,
  hash: Sha256 | null,
  by: UserId | null,
): Promise<ImportOutcome> {
  const known = isTocsinError(error)
    ? error
    : new TocsinError("INTERNAL", "Something went wrong inside Tocsin.", { cause: error });
  if (known.code === "INTERNAL") logger({ level: "error", event: "intake.internal", url, message: String(error) });
  const message = known.fix === undefined ? known.message : `${known.message} ${known.fix}`;
  await store.failures.add({ at: clock(), url, code: known.code, message, sha256: hash, by });
  return { url, outcome: "failed", report: null, title: "", code: known.code, message };
}

async function keep(
  context: Context,
  captured: Captured,
  hash: Sha256,
  extracted: ExtractedReport,
): Promise<ImportOutcome> {
  const { store, random } = context;
  const address = canonicalUrl(captured.url, extracted.canonicalUrl);
  const publisher = await publisherOf(context, captured, extracted);
  const seen = await boilerplateOf(store, publisher, extracted.text);
  const text = withoutBoilerplate(extracted.text, seen);
  const textSha256 = sha256(text);
  const incoming = { ...extracted, text, publishedAt: extracted.publishedAt ?? captured.publishedAt, textSha256 };
  const known = await store.reports.findByUrl(address);
  // A file's name says nothing of what is in it: `article.txt` of another publisher is no new version of this one.
  const isTaken = known !== null && known.publisher !== publisher.id && address.startsWith("file:");
  const url = isTaken ? `${address}#${publisher.id}` : address;
  const byUrl = isTaken ? await store.reports.findByUrl(url) : known;
  const byText = await store.reports.findByText(publisher.id, textSha256);
  const verdict = admit(byUrl, byText, { textSha256, freshId: freshId<ReportId>("r", random) });
  const outcome = { url, title: extracted.title, code: "", message: "" };
  // What was kept before it was known what this publisher repeats is no other text for that.
  const isSame = byUrl !== null && withoutBoilerplate(byUrl.text, seen) === text;
  if (verdict.outcome === "same" || isSame) return { ...outcome, outcome: "same", report: verdict.id };
  const report: Report = {
    ...incoming,
    publisherName: publisher.name,
    id: verdict.id,
    version: verdict.version,
    publisher: publisher.id,
    url,
    sha256: hash,
    retrievedAt: captured.retrievedAt,
  };
  await store.reports.insert(report);
  context.backlog.wake();
  return { ...outcome, outcome: verdict.outcome, report: report.id };
}

/** How often the blocks of a text stood in other texts of its publisher; notes that they stand in this one. */
async function boilerplateOf(
  { boilerplate }: Pick<Context["store"], "boilerplate">,
  publisher: Publisher,
  text: string,
): Promise<ReadonlyMap<Sha256, number>> {
  const fingerprints = fingerprintsOf(text).filter((print) => print !== null);
  const seen = await boilerplate.seen(publisher.id, fingerprints);
  await boilerplate.note(publisher.id, sha256(text), fingerprints);
  return seen;
}

async function publisherOf({ store }: Context, captured: Captured, extracted: ExtractedReport): Promise<Publisher> {
  const name = captured.publisherName.trim() || extracted.publisherName.trim() || hostOf(captured.url);
  const id = captured.publisher ?? publisherIdOf(name);
  const known = await store.publishers.get(id);
  if (known) return known;
  const publisher: Publisher = {
    id,
    name: name === "" ? "Publisher not known" : name.slice(0, 200),
    country: "",
    ownerGroup: "",
    affiliation: "",
    home: URL.parse(captured.url)?.protocol.startsWith("http") === true ? new URL(captured.url).origin : "",
    reliability: "F",
    reason: {},
  };
  await store.publishers.save(publisher);
  return publisher;
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname.replace(/^www\./, "") ?? "";
}
