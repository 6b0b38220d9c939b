import { setTimeout as pause } from "node:timers/promises";
import { act, type Context } from "./context.ts";
import { takeIn } from "./capture.ts";
import { fetchDocument } from "./fetch-document.ts";
import { createSources } from "./sources.ts";
import { importPaths } from "./import-paths.ts";
import { demand } from "../desk/permission.ts";
import { changesBetween } from "../intake/changes.ts";
import { TocsinError } from "../model/error.ts";
import { isPublisherId, publisherIdOf, type ReportId } from "../model/id.ts";
import { RELIABILITIES } from "../model/grade.ts";
import type { Publisher } from "../model/publisher.ts";
import type { Report } from "../model/report.ts";
import type { Actor, ImportOutcome, IntakeService, ReportView } from "../web/ports.ts";
import { soon } from "./soon.ts";
import type { BacklogState } from "./backlog.ts";

const NEIGHBOURS = 200;
const FAILURES_SHOWN = 100;
/** How long a report's page waits for the machine to read it. */
const READING_MS = 1500;

/** What the command line and the poller can do beyond the desk's pages. */
export interface Intake extends IntakeService {
  /** Files and folders on this machine, and addresses; each on its own. */
  importPaths(
    actor: Actor,
    paths: readonly string[],
    onProgress: (done: number, total: number) => void,
  ): Promise<readonly ImportOutcome[]>;
  /** Resolves when every report has been read for evidence; what is interrupted goes on at the next start. */
  settled(onProgress?: (state: BacklogState) => void): Promise<void>;
  /** Polls the sources that are due; ends soon after `signal` is aborted, and what is left stays due. */
  pollDue(limit: number, signal?: AbortSignal): Promise<void>;
}

export function createIntake(context: Context): Intake {
  const { store, clock } = context;

  async function one(id: ReportId, version?: number): Promise<Report> {
    const report = await store.reports.get(id, version);
    if (!report) throw new TocsinError("NOT_FOUND", "There is no such report.", { fix: "Choose one from the inbox." });
    return report;
  }

  async function known(report: Report): Promise<Publisher> {
    const publisher = await store.publishers.get(report.publisher);
    if (!publisher) throw new Error(`report ${report.id} without its publisher`);
    return publisher;
  }

  return {
    ...createSources(context),

    async inbox(actor, filter) {
      demand(actor.role, "desk.read");
      const [page, counts] = await Promise.all([store.reports.list(filter), store.reports.counts()]);
      return { ...page, ...counts };
    },

    async report(actor, id, version): Promise<ReportView> {
      demand(actor.role, "desk.read");
      const report = await one(id, version);
      const versions = await store.reports.versions(id);
      await Promise.race([context.backlog.read(report), pause(READING_MS, undefined, { ref: false })]);
      const [reading, attributions, figures] = await Promise.all([
        store.suggestions.reading(id, report.version),
        store.suggestions.attributions(id, report.version),
        store.suggestions.figures(id, report.version),
      ]);
      const before = versions.find((other) => other.version === report.version - 1);
      const { reports } = await store.reports.list({ limit: NEIGHBOURS, offset: 0 });
      const at = reports.findIndex((summary) => summary.id === id);
      const unread = (from: number, step: 1 | -1): ReportId | null => {
        for (let i = from; i >= 0 && i < reports.length; i += step)
          if (reports[i]?.read === false) return reports[i]?.id ?? null;
        return null;
      };
      return {
        report,
        publisher: await known(report),
        read: reports[at]?.read ?? true,
        versions: versions.map((other) => ({ version: other.version, retrievedAt: other.retrievedAt })),
        changes: before ? changesBetween(before, report) : [],
        reading: reading === null ? "waiting" : reading.languageSupported ? "done" : "language-not-supported",
        attributions,
        figures,
        claims: await store.claims.list({ report: id }),
        previous: at < 0 ? null : unread(at - 1, -1),
        next: unread(at + 1, 1),
      };
    },

    async markRead(actor, id, read) {
      await one(id);
      demand(actor.role, "report.mark");
      await store.reports.markRead(id, read);
    },

    async importUrl(actor, url) {
      await act(context, actor, "report.import", { action: "report.imported", about: url.slice(0, 300) });
      const outcomes = await fetchDocument(context, url, { publisher: null, publisherName: "", by: actor.user });
      await soon(context);
      return outcomes;
    },

    async importFile(actor, { name, bytes, publisher }) {
      await act(context, actor, "report.import", { action: "report.imported", about: name.slice(0, 300) });
      const outcome = await takeIn(context, {
        url: `file:${name}`,
        bytes,
        contentType: "",
        name,
        retrievedAt: clock(),
        publisher: publisher.trim() === "" ? null : publisherIdOf(publisher),
        publisherName: publisher,
        publishedAt: null,
        by: actor.user,
      });
      await soon(context);
      return outcome;
    },

    async importPaths(actor, paths, onProgress) {
      demand(actor.role, "report.import");
      const outcomes = await importPaths(context, paths, actor.user, onProgress);
      return outcomes;
    },

    settled: (onProgress) => context.backlog.settled(onProgress),

    async backlog(actor) {
      demand(actor.role, "desk.read");
      return context.backlog.state();
    },

    async failures(actor) {
      demand(actor.role, "desk.read");
      return store.failures.list(FAILURES_SHOWN);
    },

    async publishers(actor) {
      demand(actor.role, "desk.read");
      const { byPublisher } = await store.reports.counts();
      const counts = new Map(byPublisher.map((row) => [row.publisher, row.count] as const));
      return (await store.publishers.list()).map((publisher) => ({
        ...publisher,
        reports: counts.get(publisher.id) ?? 0,
      }));
    },

    async publisher(actor, id) {
      demand(actor.role, "desk.read");
      const publisher = await store.publishers.get(id);
      if (!publisher)
        throw new TocsinError("NOT_FOUND", "There is no such publisher.", { fix: "Choose one from the list." });
      return publisher;
    },

    async savePublisher(actor, publisher) {
      checkPublisher(publisher);
      await act(context, actor, "publisher.edit", {
        action: "publisher.saved",
        about: publisher.id,
        note: publisher.reliability,
      });
      await store.publishers.save(publisher);
    },
  };
}

function checkPublisher(publisher: Publisher): void {
  const { name, home, reliability } = publisher;
  const id: string = publisher.id;
  const wrong = (message: string, fix: string): never => {
    throw new TocsinError("INPUT_INVALID", message, { fix });
  };
  if (!isPublisherId(id)) wrong(`“${id}” is no publisher's id.`, "Use lower-case letters, digits and hyphens.");
  if (name.trim() === "" || name.length > 200)
    wrong("A publisher needs a name of at most 200 characters.", "Give one.");
  if (!RELIABILITIES.includes(reliability)) wrong("A publisher's reliability is one of A to F.", "Choose one.");
  if (home !== "" && !/^https?:\/\//.test(home))
    wrong("The home page needs a full web address.", "Write it like https://paper.example.");
}
