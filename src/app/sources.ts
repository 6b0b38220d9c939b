import { act, type Context } from "./context.ts";
import { soon } from "./soon.ts";
import { fail } from "./capture.ts";
import { isFeed, keepFeed, takeFetched } from "./fetch-document.ts";
import { demand } from "../desk/permission.ts";
import type { FetchedContent } from "../intake/fetch.ts";
import { afterFailure, afterNotModified, afterSuccess } from "../intake/schedule.ts";
import { TocsinError } from "../model/error.ts";
import { freshId, publisherIdOf, type SourceId, type UserId } from "../model/id.ts";
import type { Source } from "../model/source.ts";
import type { ImportOutcome } from "../web/ports.ts";
import type { Intake } from "./intake.ts";

const MINUTES_MIN = 5;
const MINUTES_MAX = 7 * 24 * 60;

type Sources = Pick<Intake, "sources" | "addSource" | "pollSource" | "setSourcePaused" | "removeSource" | "pollDue">;

export function createSources(context: Context): Sources {
  const { store, fetcher, clock, random, logger } = context;
  const polling = new Set<SourceId>();

  async function one(id: SourceId): Promise<Source> {
    const source = await store.sources.get(id);
    if (!source) throw new TocsinError("NOT_FOUND", "There is no such source.", { fix: "Choose one from the list." });
    return source;
  }

  /** Fetches once and notes how it went; what is wrong with the source never reaches the others. */
  async function poll(source: Source, by: UserId | null, signal?: AbortSignal): Promise<readonly ImportOutcome[]> {
    if (polling.has(source.id)) return [];
    polling.add(source.id);
    try {
      const { etag, lastModified } = source;
      const fetched = await fetcher.get(source.url, { etag, lastModified });
      if (fetched.kind === "not-modified") {
        await note(source.id, (fresh) => afterNotModified(fresh, clock()));
        return [];
      }
      const publisherName = await nameOf(source);
      const outcomes = await takeFetched(context, fetched, { publisher: source.publisher, publisherName, by, signal });
      // Cut short: still due, so that the rest is taken in after the next start.
      if (signal?.aborted !== true)
        await note(source.id, (fresh) => afterSuccess(fresh, clock(), seen(fetched, outcomes)));
      return outcomes;
    } catch (error) {
      const outcome = await fail(context, source.url, error, null, by);
      const jitter = (random(1)[0] ?? 0) / 255;
      await note(source.id, (fresh) => afterFailure(fresh, clock(), outcome, jitter));
      logger({ level: "warn", event: "source.failed", url: source.url, code: outcome.code });
      return [outcome];
    } finally {
      polling.delete(source.id);
    }
  }

  /** Polling may take minutes: what people changed meanwhile (a pause, a removal) stays. */
  async function note(id: SourceId, change: (fresh: Source) => Source): Promise<void> {
    const fresh = await store.sources.get(id);
    if (fresh) await store.sources.save(change(fresh));
  }

  async function nameOf({ publisher }: Source): Promise<string> {
    return publisher === null ? "" : ((await store.publishers.get(publisher))?.name ?? "");
  }

  return {
    async sources(actor) {
      demand(actor.role, "desk.read");
      return store.sources.list();
    },

    async addSource(actor, { url, publisher, everyMinutes }) {
      demand(actor.role, "source.edit");
      if (!Number.isInteger(everyMinutes) || everyMinutes < MINUTES_MIN || everyMinutes > MINUTES_MAX) {
        throw new TocsinError(
          "INPUT_INVALID",
          `A source is polled every ${MINUTES_MIN} minutes to ${MINUTES_MAX / 1440} days.`,
          {
            fix: "Give a number of minutes in between; 30 suits most feeds.",
          },
        );
      }
      const fetched = await fetcher.get(url.trim());
      if (fetched.kind !== "content") throw new TocsinError("FETCH_FAILED", "The address gave no content.");
      const feed = isFeed({ ...fetched, name: "" }) ? await keepFeed(context, fetched) : null;
      const named = publisher.trim();
      const source: Source = {
        id: freshId<SourceId>("f", random),
        url: url.trim(),
        kind: feed ? "feed" : "page",
        publisher: named === "" ? null : publisherIdOf(named),
        title: feed?.title ?? new URL(fetched.url).hostname,
        paused: false,
        everyMinutes,
        nextPollAt: clock(),
        lastPollAt: null,
        lastSuccessAt: null,
        failures: 0,
        lastError: "",
        etag: "",
        lastModified: "",
      };
      await act(context, actor, "source.edit", {
        action: "source.added",
        about: source.id,
        note: source.url.slice(0, 300),
      });
      await store.sources.add(source);
      const outcomes = await takeFetched(context, fetched, {
        publisher: source.publisher,
        publisherName: named,
        by: actor.user,
      });
      const polled = afterSuccess(source, clock(), seen(fetched, outcomes));
      await store.sources.save(polled);
      await soon(context);
      return { source: polled, outcomes };
    },

    async pollSource(actor, id) {
      demand(actor.role, "source.edit");
      const source = await one(id);
      await act(context, actor, "source.edit", { action: "source.polled", about: id });
      const outcomes = await poll(source, actor.user);
      await soon(context);
      return outcomes;
    },

    async setSourcePaused(actor, id, paused) {
      const source = await one(id);
      await act(context, actor, "source.edit", { action: paused ? "source.paused" : "source.resumed", about: id });
      await store.sources.save({ ...source, paused, nextPollAt: clock() });
    },

    async removeSource(actor, id) {
      const source = await one(id);
      await act(context, actor, "source.edit", { action: "source.removed", about: id, note: source.url.slice(0, 300) });
      await store.sources.remove(id);
    },

    async pollDue(limit, signal) {
      const due = await store.sources.due(clock(), limit);
      for (const source of due) {
        if (signal?.aborted === true) break;
        await poll(source, null, signal);
      }
    },
  };
}

/** Failures that may pass by themselves. */
const PASSING = new Set(["FETCH_TIMEOUT", "FETCH_FAILED", "FETCH_STATUS", "CONFLICT", "INTERNAL"]);

/** Validators for the next poll; none while an entry may still come, as “not modified” would hide it for good. */
function seen(
  { etag, lastModified }: FetchedContent,
  outcomes: readonly ImportOutcome[],
): Pick<FetchedContent, "etag" | "lastModified"> {
  return outcomes.some(({ code }) => PASSING.has(code)) ? { etag: "", lastModified: "" } : { etag, lastModified };
}
