import type { EntryDraft } from "../desk/entry-draft.ts";
import { stamp } from "../desk/entry-draft.ts";
import { TocsinError } from "../model/error.ts";
import type { Entry, EntryOf } from "../model/entry.ts";
import { evolve, foldHistory, type History } from "../model/history.ts";
import type { Role } from "../model/role.ts";
import { sha256, type Sha256 } from "../model/sha256.ts";
import { instantOf, type Clock, type Instant } from "../model/time.ts";
import type { SiteStore } from "../publish/ports.ts";
import type { SitePath } from "../publish/paths.ts";
import { SiteRenderer } from "../publish/site.ts";
import { openCheckpoint, signCheckpoint } from "../record/checkpoint.ts";
import { decodeEntry, encodeEntry } from "../record/entry.ts";
import { verifierKey } from "../record/key.ts";
import type { LogStore, Signer } from "../record/ports.ts";
import { leafHash, Tree } from "../record/tree.ts";
import type { Logger } from "./log.ts";
import { Mutex } from "./mutex.ts";
import { manifestOf } from "./site-files.ts";
import { SiteWriter, type Rendered } from "./site-writer.ts";

/** Where times of one publication were spent, in milliseconds. */
export interface PressTimes {
  readonly renderMs: number;
  readonly commitMs: number;
  /** From the durable commit to the moment when readers get the new pages. */
  readonly liveMs: number;
}

export interface Published {
  readonly entries: readonly Entry[];
  readonly history: History;
  readonly publication: number;
  readonly changedFiles: number;
  readonly times: PressTimes;
}

export type Announce = (publication: number, changed: readonly SitePath[] | null) => void;

export interface PressPorts {
  readonly log: LogStore;
  readonly site: SiteStore;
  readonly signer: Signer;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Called when a publication is live. `changed`: paths with other content than before; null: not known which. */
  readonly announce: Announce;
  /** Recorded as the program that rendered the pages. */
  readonly renderer: string;
}

const RANGE = 1000;

/**
 * The one way to the public: drafts become entries, pages are rendered, entry and checkpoint are committed in one
 * transaction, then the files go live. Owns the only writer of the log; every publication goes through its mutex.
 */
export class Press {
  readonly #ports: PressPorts;
  readonly #renderer: SiteRenderer;
  readonly #writer: SiteWriter;
  readonly #mutex = new Mutex();
  #leaves: Uint8Array[];
  #tree: Tree;
  #history: History;
  /** True when an append failed: whether it was persisted is not known, so the log is read again before anything else. */
  #unsure = false;
  /** False after a failure between rendering and going live: the next publication writes the whole site. */
  #inStep = true;

  private constructor(ports: PressPorts, leaves: readonly Uint8Array[], history: History) {
    this.#ports = ports;
    this.#leaves = [...leaves];
    this.#tree = Tree.of(leaves.map(leafHash));
    this.#history = history;
    this.#renderer = new SiteRenderer({ renderer: ports.renderer });
    this.#writer = new SiteWriter(ports.site, ports.logger);
  }

  /** Reads the log and finishes what a crash left unfinished, so that the live site is what the log says. */
  static async open(ports: PressPorts): Promise<Press> {
    const leaves = await readLeaves(ports.log);
    await demandSameKey(ports);
    const press = new Press(ports, leaves, foldHistory(leaves.map(decodeEntry)));
    await press.#recover();
    return press;
  }

  history(): History {
    return this.#history;
  }

  /**
   * The history when everything asked for so far is decided, read from the log again where an append failed and nobody
   * knows whether it was persisted. Throws what reading throws.
   */
  settled(): Promise<History> {
    return this.#mutex.run(async () => {
      await this.#makeSure();
      return this.#history;
    });
  }

  /** Entries as they stand in the log. */
  leaves(): readonly Uint8Array[] {
    return this.#leaves;
  }

  /**
   * Decides on the newest history and publishes what was decided. `decide` throws to refuse; nothing has happened then.
   * Resolves when readers get the new pages.
   */
  publish(
    decide: (history: History, now: Instant) => readonly EntryDraft[],
    role: Role | "system",
  ): Promise<Published> {
    return this.#mutex.run(async () => {
      await this.#makeSure();
      const now = this.#now();
      return this.#commit(canonical(stamp(decide(this.#history, now), this.#history.size, now, role)), now);
    });
  }

  /** Paths of the pages and feeds that would change if the public were told this; nothing is published. */
  wouldChange(history: History, at: Instant): readonly string[] {
    return this.#renderer.compare(history, { at }).changed;
  }

  /** Publishes again when time alone has changed the pages (an edition grew old, a notice is over). True if it did. */
  refresh(): Promise<boolean> {
    return this.#mutex.run(async () => {
      await this.#makeSure();
      if (this.#history.editions.length + this.#history.notices.size === 0) return false;
      const now = this.#now();
      const rendered = this.#renderer.render(this.#history, { at: now });
      if (rendered.changed.length + rendered.removed.length === 0 && this.#inStep) return false;
      await this.#commit([], now, rendered);
      return true;
    });
  }

  /** Time never runs backwards in the record, whatever the machine's clock does. */
  #now(): Instant {
    const now = this.#ports.clock();
    return this.#history.time !== null && this.#history.time > now ? this.#history.time : now;
  }

  async #commit(entries: readonly Entry[], at: Instant, ready?: Rendered): Promise<Published> {
    const { log, signer } = this.#ports;
    const started = performance.now();
    const content = evolve(this.#history, entries);
    const wasInStep = this.#inStep;
    this.#inStep = false;
    const rendered = ready ?? this.#renderer.render(content, { at });
    const manifest = manifestOf(rendered.files);
    const publication = stampPublication(content, at, sha256(manifest), rendered.files.size, this.#ports.renderer);
    const all = [...entries, publication];
    const leaves = all.map(encodeEntry);
    const from = this.#tree.size;
    this.#unsure = true;
    for (const leaf of leaves) this.#tree.append(leafHash(leaf));
    const checkpoint = signCheckpoint(signer, this.#tree.size, this.#tree.root());
    const heads = { manifest, checkpoint, verifierKey: verifierKey(signer) };
    const grown = { tree: this.#tree, leaves: [...this.#leaves, ...leaves], from };
    const change = wasInStep ? await this.#writer.prepare(rendered, grown, heads) : null;
    const committing = performance.now();
    await log.append(from, leaves, checkpoint);
    // From here on it is a fact: the log has it, and a crash would be finished at the next start.
    const committed = performance.now();
    this.#unsure = false;
    this.#leaves = grown.leaves;
    this.#history = evolve(content, [publication]);
    const { number } = publication.payload;
    try {
      await (change === null
        ? this.#writer.putWhole(number, rendered.files, grown, heads)
        : this.#writer.putChange(number, change, rendered.files, grown, heads));
    } catch (cause) {
      throw new TocsinError("SITE_NOT_WRITTEN", "It is in the signed record, but the site could not be written.", {
        fix: "Do not repeat it. Check the disk; the site follows at the next publication or start.",
        cause,
      });
    }
    this.#inStep = true;
    this.#ports.announce(number, wasInStep ? [...rendered.changed, ...rendered.removed] : null);
    const live = performance.now();
    return {
      entries: all,
      history: this.#history,
      publication: number,
      changedFiles: rendered.changed.length,
      times: { renderMs: committing - started, commitMs: committed - committing, liveMs: live - committed },
    };
  }

  async #makeSure(): Promise<void> {
    if (!this.#unsure) return;
    this.#leaves = await readLeaves(this.#ports.log);
    this.#tree = Tree.of(this.#leaves.map(leafHash));
    this.#history = foldHistory(this.#leaves.map(decodeEntry));
    await this.#recover();
    this.#unsure = false;
  }

  async #recover(): Promise<void> {
    const { log, logger, signer } = this.#ports;
    const last = this.#history.publication;
    if (last === null) {
      // An empty log has no site. A log whose first publication never happened publishes with the next decision.
      this.#inStep = false;
      return;
    }
    const { value } = last;
    const prefix =
      value.size === this.#history.size
        ? this.#history
        : foldHistory(this.#leaves.slice(0, value.size).map(decodeEntry));
    const rendered = this.#renderer.render(prefix, { at: value.at });
    const manifest = manifestOf(rendered.files);
    if (sha256(manifest) !== value.manifest) {
      // This program renders other pages than the one that published last: say so in the record.
      logger({
        level: "info",
        event: "site.republished",
        reason: "program changed",
        from: value.renderer,
        to: this.#ports.renderer,
      });
      this.#inStep = false;
      await this.#commit([], this.#now());
      return;
    }
    if (await this.#writer.isLive(value.number, rendered.files)) return;
    logger({ level: "info", event: "site.repaired", publication: value.number });
    const checkpoint = await log.checkpoint();
    if (checkpoint === null) throw new Error("a log with entries but no checkpoint");
    const written = { tree: this.#tree, leaves: this.#leaves, from: 0 };
    await this.#writer.putWhole(value.number, rendered.files, written, {
      manifest,
      checkpoint,
      verifierKey: verifierKey(signer),
    });
    this.#ports.announce(value.number, null);
  }
}

/**
 * Entries as the record will give them back: what is rendered now and what is rendered from the log later must not
 * differ by so much as the order of keys. Throws ENTRY_INVALID, ENTRY_TOO_LARGE before anything happens.
 */
export function canonical(entries: readonly Entry[]): readonly Entry[] {
  return entries.map((entry) => decodeEntry(encodeEntry(entry)));
}

/** The key must be the one that signed so far: readers would take a silent change for a forgery. Throws KEY_INVALID. */
async function demandSameKey({ log, signer }: PressPorts): Promise<void> {
  const checkpoint = await log.checkpoint();
  if (checkpoint === null) return;
  try {
    openCheckpoint(checkpoint, verifierKey(signer));
  } catch (cause) {
    throw new TocsinError("KEY_INVALID", "The signing key is not the one that this record was signed with.", {
      fix: "Restore key/record.pem from the backup that belongs to this database.",
      cause,
    });
  }
}

async function readLeaves(log: LogStore): Promise<Uint8Array[]> {
  const size = await log.size();
  const leaves: Uint8Array[] = [];
  for (let from = 0; from < size; from += RANGE) leaves.push(...(await log.leaves(from, Math.min(size, from + RANGE))));
  return leaves;
}

function stampPublication(
  history: History,
  at: Instant,
  manifest: Sha256,
  files: number,
  renderer: string,
): EntryOf<"publication"> {
  const draft = {
    kind: "publication",
    payload: { number: history.publicationCount + 1, size: history.size, at, manifest, files, renderer },
  } as const;
  const [entry] = stamp([draft], history.size, at, "system");
  if (entry?.kind !== "publication") throw new Error("a publication without an entry");
  return entry;
}

/** The machine's clock, in whole seconds. */
export const systemClock: Clock = () => instantOf(Date.now());
