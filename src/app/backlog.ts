import { keepClaims } from "./claim-keeper.ts";
import { createEvidenceThread, type EvidenceThread, type ReportToRead } from "./evidence-thread.ts";
import type { Logger } from "./log.ts";
import type { GatheredReport } from "../evidence/candidates.ts";
import type { KeptAttribution, KeptFigure, KeptReading } from "../evidence/ports.ts";
import type { ReadEvidence } from "../evidence/read.ts";
import type { Claim, ItemKey } from "../model/claim.ts";
import { freshId, type AttributionId, type FigureId, type Random, type ReportId } from "../model/id.ts";
import type { Report } from "../model/report.ts";
import { instantOf, msOf, type Clock } from "../model/time.ts";
import type { Store } from "../store/store.ts";

/** Reports read in one turn; what was read is stored at the end of each. */
const TURN = 24;
/** How far back a fresh index looks. */
const DAYS = 30;
const REPORTS_MAX = 10_000;
const TASK_TIMEOUT_MS = 120_000;
const THREAD_MEMORY_MB = 1024;
const NOTHING: ReadEvidence = { attributions: [], figures: [], languageSupported: false };

/** How far the machine is; null when nothing waits. */
export interface BacklogState {
  readonly done: number;
  readonly total: number;
}

/**
 * Reads the reports that nobody has read for evidence yet, the latest first, and gathers what they say into claims: in
 * the background, in a second thread, a few at a time. What was done is in the database, so it goes on where it was
 * interrupted, at the latest at the next start.
 */
export interface Backlog {
  /** Something came in. */
  wake(): void;
  /** Resolves when nothing waits any more, or when it is closed. */
  settled(onProgress?: (state: BacklogState) => void): Promise<void>;
  state(): BacklogState | null;
  /** Reads this report now if it was not; resolves when its suggestions are stored. */
  read(report: Report): Promise<void>;
  /** A person changed claims. */
  know(claims: readonly Claim[]): void;
  /** A person rejected suggestions. */
  drop(items: readonly ItemKey[]): void;
  /** What a report says is not what the index knows of it: `items` were fixed, added or taken back by a person. */
  renew(report: Report, items: readonly ItemKey[]): void;
  close(): Promise<void>;
}

interface Surroundings {
  readonly store: Pick<Store, "reports" | "publishers" | "suggestions" | "claims">;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
}

export function createBacklog(
  surroundings: Surroundings,
  thread: EvidenceThread = createEvidenceThread({ timeoutMs: TASK_TIMEOUT_MS, memoryMb: THREAD_MEMORY_MB }),
): Backlog {
  const { store, clock, logger } = surroundings;
  let running: Promise<void> | null = null;
  const wish = { again: false, closed: false };
  let state: BacklogState | null = null;
  /** The life of the thread whose index holds what the store holds. */
  let fed = 0;
  const watchers = new Set<(state: BacklogState) => void>();

  function wake(): void {
    wish.again = true;
    running ??= run().finally(() => {
      running = null;
      if (wish.again && !wish.closed) wake();
    });
  }

  async function run(): Promise<void> {
    try {
      while (wish.again && !wish.closed) {
        wish.again = false;
        await workOff();
      }
    } catch (error) {
      // What waits is still there and is taken up when the next report comes in, or at the next start.
      if (!wish.closed) logger({ level: "error", event: "evidence.failed", message: String(error) });
    } finally {
      state = null;
    }
  }

  async function workOff(): Promise<void> {
    let done = 0;
    for (;;) {
      const { reports: ids, total } = await store.reports.withoutEvidence(TURN);
      if (ids.length === 0 || wish.closed) return;
      state = { done, total: done + total };
      for (const watcher of watchers) watcher(state);
      const reports = await newest(ids);
      await keepReadings(reports, await readAll(reports));
      await gather(reports);
      done += reports.length;
    }
  }

  async function newest(ids: readonly ReportId[]): Promise<readonly Report[]> {
    const reports = await Promise.all(ids.map((id) => store.reports.get(id)));
    return reports.filter((report) => report !== null);
  }

  /** A report that brings the thread down is read as saying nothing, so that the others go on. */
  async function readAll(reports: readonly Report[]): Promise<readonly ReadEvidence[]> {
    try {
      return await thread.read(reports.map(toRead));
    } catch (error) {
      if (wish.closed) throw error;
      const [only] = reports;
      if (reports.length > 1) {
        const each: ReadEvidence[] = [];
        for (const report of reports) each.push(...(await readAll([report])));
        return each;
      }
      logger({ level: "error", event: "evidence.unreadable", report: only?.id ?? "", message: String(error) });
      return [NOTHING];
    }
  }

  async function keepReadings(reports: readonly Report[], found: readonly ReadEvidence[]): Promise<void> {
    await store.suggestions.insert(reports.map((report, i) => readingOf(report, found[i] ?? NOTHING)));
  }

  function readingOf({ id, version }: Report, found: ReadEvidence): KeptReading {
    const { random } = surroundings;
    const kept = { report: id, reportVersion: version, decision: null, fix: null };
    return {
      report: id,
      reportVersion: version,
      languageSupported: found.languageSupported,
      attributions: found.attributions.map((one, index): KeptAttribution => ({
        ...one,
        ...kept,
        index,
        id: freshId<AttributionId>("a", random),
      })),
      figures: found.figures.map((one): KeptFigure => ({ ...one, ...kept, id: freshId<FigureId>("q", random) })),
    };
  }

  async function gather(reports: readonly Report[]): Promise<void> {
    await feed();
    const suggestions = await thread.gather(await gathered(reports));
    await keepClaims(surroundings, thread, suggestions);
  }

  /** Tells a fresh thread what the store holds: all claims, and the reports of the last weeks. */
  async function feed(): Promise<void> {
    if (fed !== 0 && fed === thread.life()) return;
    await thread.know(await store.claims.list({}));
    const life = thread.life();
    const since = instantOf(msOf(clock()) - DAYS * 86_400_000);
    for (let offset = 0; offset < REPORTS_MAX && !wish.closed; offset += TURN) {
      const { reports } = await store.reports.list({ since, limit: TURN, offset });
      if (reports.length === 0) break;
      const known = await gathered(await alreadyRead(reports.map((summary) => summary.id)));
      await keepClaims(surroundings, thread, await thread.gather(known));
    }
    fed = life;
  }

  async function alreadyRead(ids: readonly ReportId[]): Promise<readonly Report[]> {
    const reports = await newest(ids);
    const readings = await Promise.all(reports.map(({ id, version }) => store.suggestions.reading(id, version)));
    return reports.filter((_, i) => readings[i] !== null);
  }

  async function gathered(reports: readonly Report[]): Promise<readonly GatheredReport[]> {
    const found: GatheredReport[] = [];
    for (const report of reports) {
      const publisher = await store.publishers.get(report.publisher);
      if (publisher === null) continue;
      const [attributions, figures] = await Promise.all([
        store.suggestions.attributions(report.id, report.version),
        store.suggestions.figures(report.id, report.version),
      ]);
      found.push({ report, publisher, attributions, figures });
    }
    return found;
  }

  /** A change by a person; a thread that is not fed yet will read it from the store. */
  function tell(task: () => Promise<void>): void {
    if (fed === 0 || fed !== thread.life()) return;
    task().catch((error: unknown) => {
      if (!wish.closed) logger({ level: "error", event: "evidence.failed", message: String(error) });
    });
  }

  return {
    wake,
    async settled(onProgress) {
      if (onProgress) watchers.add(onProgress);
      try {
        for (let now = running; now !== null; now = running) await now;
      } finally {
        if (onProgress) watchers.delete(onProgress);
      }
    },
    state: () => state,
    async read(report) {
      if ((await store.suggestions.reading(report.id, report.version)) !== null) return;
      await keepReadings([report], await readAll([report]));
      wake();
    },
    know: (claims) => tell(() => thread.know(claims)),
    drop: (items) => tell(() => thread.drop(items)),
    renew: (report, items) =>
      tell(async () => {
        await thread.drop(items);
        // The index leaves out what it knows, so only the renewed items come in.
        await keepClaims(surroundings, thread, await thread.gather(await gathered([report])));
      }),
    async close() {
      wish.closed = true;
      wish.again = false;
      await thread.close();
      await running?.catch(() => {});
    },
  };
}

function toRead({ text, language, publisherName, publishedAt }: Report): ReportToRead {
  return { text, language, publisherName, publishedAt };
}
