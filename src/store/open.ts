import { createActivityStore } from "./activity.ts";
import { createBoilerplateStore } from "./boilerplate.ts";
import { createClaimStore } from "./claims.ts";
import { createDecisionStore } from "./decisions.ts";
import { connect, type Database } from "./database.ts";
import { createDraftStore } from "./drafts.ts";
import { createIntakeFailureStore } from "./failures.ts";
import { createLedger } from "./ledger.ts";
import { createLinkStore } from "./links.ts";
import { createLogStore } from "./log.ts";
import { migrate } from "./migrate.ts";
import { createProposalStore } from "./proposals.ts";
import { createPublisherStore } from "./publishers.ts";
import { createReportStore } from "./reports.ts";
import { createSessionStore } from "./sessions.ts";
import { createSourceStore } from "./sources.ts";
import type { Store, StoreLocation } from "./store.ts";
import { createSubscriberStore } from "./subscribers.ts";
import { createSuggestionStore } from "./suggestions.ts";
import { dumpTables } from "./table-dump.ts";
import { createUserStore } from "./users.ts";

/**
 * Opens the database, makes it when there is none, and brings its schema up to date. Throws CONFIG_INVALID when it
 * cannot be reached, DATA_NEWER_THAN_PROGRAM when a newer version of this program has written it.
 */
export async function openStore(location: StoreLocation): Promise<Store> {
  const database = await connect(location);
  try {
    return storeOver(database, await migrate(database));
  } catch (error) {
    await database.close();
    throw error;
  }
}

function storeOver(database: Database, schemaVersion: number): Store {
  const { db, bare, kind } = database;
  return {
    kind,
    log: createLogStore(bare),
    reports: createReportStore(db),
    sources: createSourceStore(db),
    publishers: createPublisherStore(db),
    failures: createIntakeFailureStore(db),
    suggestions: createSuggestionStore(db),
    claims: createClaimStore(db),
    decisions: createDecisionStore(db),
    boilerplate: createBoilerplateStore(db),
    drafts: createDraftStore(db),
    users: createUserStore(db),
    sessions: createSessionStore(db),
    links: createLinkStore(db),
    proposals: createProposalStore(db),
    activity: createActivityStore(db),
    subscribers: createSubscriberStore(db),
    ledger: createLedger(database),
    schemaVersion,
    backupDatabase: (toFile) => dumpTables(database, schemaVersion, toFile),
    close: () => database.close(),
  };
}
