import type { ReportSummary } from "../../../src/intake/ports.ts";
import { demand } from "../../../src/desk/permission.ts";
import { TocsinError } from "../../../src/model/error.ts";
import { isPublisherId, type ReportId, type SourceId } from "../../../src/model/id.ts";
import type { Report } from "../../../src/model/report.ts";
import type { ImportOutcome, IntakeService } from "../../../src/web/ports.ts";
import { at, publishers } from "./reports.ts";
import { act, fresh, reportsOf, type FakeState } from "./state.ts";

const missing = (what: string): TocsinError => new TocsinError("NOT_FOUND", `There is no such ${what}.`);

/** Sentinels: hosts `private.example` (blocked), `broken.example` (one outcome failed), `crash.example` (breaks). */
export function fakeIntake(state: FakeState): IntakeService {
  const one = (id: ReportId): Report => {
    const found = reportsOf(state).find((report) => report.id === id);
    if (!found) throw missing("report");
    return found;
  };
  const summary = (report: Report): ReportSummary => {
    const mine = [...state.attributions.values(), ...state.figures.values()].filter(
      (kept) => kept.report === report.id,
    );
    return {
      ...report,
      read: state.read.has(report.id),
      undecided: mine.filter(({ decision }) => decision === null).length,
      attributions: [...state.attributions.values()].filter((kept) => kept.report === report.id).length,
      figures: [...state.figures.values()].filter((kept) => kept.report === report.id).length,
    };
  };
  const source = (id: SourceId) => {
    const found = state.sources.get(id);
    if (!found) throw missing("source");
    return found;
  };
  const outcome = (url: string): ImportOutcome => {
    const host = URL.canParse(url) ? new URL(url).hostname : "";
    if (host === "private.example") throw new TocsinError("FETCH_ADDRESS_BLOCKED", "It leads to 10.0.0.7.");
    if (host === "crash.example") throw new Error("unforeseen");
    if (host === "broken.example") {
      return { url, outcome: "failed", report: null, title: "", code: "FETCH_STATUS", message: "It answered 503." };
    }
    const first = reportsOf(state)[0];
    return {
      url,
      outcome: first ? "same" : "new",
      report: first?.id ?? null,
      title: first?.title ?? "",
      code: "",
      message: "",
    };
  };
  return {
    async inbox(actor, filter) {
      demand(actor.role, "desk.read");
      const all = reportsOf(state).map(summary);
      const words = (filter.search ?? "").toLowerCase().split(/\s+/);
      const found = all
        .filter((report) => filter.unread !== true || !report.read)
        .filter((report) => filter.publisher === undefined || report.publisher === filter.publisher)
        .filter((report) => filter.since === undefined || report.retrievedAt >= filter.since)
        .filter((report) => filter.until === undefined || report.retrievedAt <= filter.until)
        .filter((report) => words.every((word) => report.title.toLowerCase().includes(word)))
        .toSorted((a, b) => Number(a.read) - Number(b.read));
      return {
        reports: found.slice(filter.offset, filter.offset + filter.limit),
        total: found.length,
        all: all.length,
        unread: all.filter(({ read }) => !read).length,
        byPublisher: [...state.publishers.values()].map(({ id, name }) => ({
          publisher: id,
          name,
          count: all.filter((report) => report.publisher === id).length,
        })),
      };
    },
    async report(actor, id, version) {
      demand(actor.role, "desk.read");
      const report = one(id);
      const publisher = state.publishers.get(report.publisher) ?? publishers[0];
      if (!publisher) throw missing("publisher");
      const unread = state.reading.has(id);
      const list = reportsOf(state);
      const place = list.indexOf(report);
      return {
        report: { ...report, version: version ?? report.version },
        publisher,
        read: state.read.has(id),
        versions: Array.from({ length: report.version }, (_, i) => ({
          version: i + 1,
          retrievedAt: i === 0 ? report.retrievedAt : at("3T09:30"),
        })),
        changes:
          (version ?? report.version) > 1
            ? [
                { kind: "removed", text: "Two bridges over the Ostra were closed on Monday morning." },
                { kind: "added", text: "Three bridges over the Ostra were closed on Monday morning." },
                { kind: "same", text: "“We have never seen the water come this fast,” said Marta Reznik." },
              ]
            : [],
        reading: state.reading.get(id) ?? "done",
        attributions: unread ? [] : [...state.attributions.values()].filter((kept) => kept.report === id),
        figures:
          state.reading.get(id) === "waiting" ? [] : [...state.figures.values()].filter((kept) => kept.report === id),
        claims: [...state.claims.values()].filter(({ items }) => items.some((item) => item.report === id)),
        previous: list[place - 1]?.id ?? null,
        next: list[place + 1]?.id ?? null,
      };
    },
    async backlog(actor) {
      demand(actor.role, "desk.read");
      return state.backlog;
    },
    async markRead(actor, id, read) {
      act(state, actor, "report.mark", "report.read", one(id).id);
      if (read) state.read.add(id);
      else state.read.delete(id);
    },
    async importUrl(actor, url) {
      act(state, actor, "report.import", "report.imported", url);
      return [outcome(url)];
    },
    async importFile(actor, { name }) {
      act(state, actor, "report.import", "report.imported", name);
      if (name.endsWith(".pdf")) throw new TocsinError("REPORT_UNSUPPORTED", "PDF files are not read.");
      return { ...outcome(`file:${name}`), outcome: "new" };
    },
    sources: async () => [...state.sources.values()],
    async addSource(actor, { url, everyMinutes }) {
      act(state, actor, "source.edit", "source.added", url);
      const outcomes = [outcome(url)];
      const first = [...state.sources.values()][0];
      if (!first) throw new Error("the fake has no pattern for a source");
      const added = { ...first, id: fresh(state, "f") as SourceId, url, title: new URL(url).hostname, everyMinutes };
      state.sources.set(added.id, added);
      return { source: added, outcomes };
    },
    async pollSource(actor, id) {
      act(state, actor, "source.edit", "source.polled", id);
      return source(id).failures > 0 ? [outcome("https://broken.example/")] : [];
    },
    async setSourcePaused(actor, id, paused) {
      act(state, actor, "source.edit", paused ? "source.paused" : "source.resumed", id);
      state.sources.set(id, { ...source(id), paused });
    },
    async removeSource(actor, id) {
      act(state, actor, "source.edit", "source.removed", id);
      state.sources.delete(source(id).id);
    },
    failures: async () =>
      state.empty
        ? []
        : [
            {
              at: at("3T12:15"),
              url: "https://ostra-courier.example/rss",
              code: "FETCH_TIMEOUT",
              message: "no answer within 20 seconds",
              sha256: null,
              by: null,
            },
          ],
    publishers: async () =>
      [...state.publishers.values()].map((publisher) => ({
        ...publisher,
        reports: reportsOf(state).filter((report) => report.publisher === publisher.id).length,
      })),
    async publisher(_actor, id) {
      const found = isPublisherId(id) ? state.publishers.get(id) : undefined;
      if (!found) throw missing("publisher");
      return found;
    },
    async savePublisher(actor, publisher) {
      act(state, actor, "publisher.edit", "publisher.saved", publisher.id);
      if (publisher.name === "") throw new TocsinError("INPUT_INVALID", "A publisher needs a name.");
      state.publishers.set(publisher.id, publisher);
    },
  };
}
