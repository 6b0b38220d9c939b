import {
  createMemoryLinkStore,
  createMemorySessionStore,
  createMemoryUserStore,
} from "../../src/store/memory/access.ts";
import { createMemoryActivityStore } from "../../src/store/memory/activity.ts";
import { createMemoryDraftStore } from "../../src/store/memory/drafts.ts";
import { createMemoryLogStore } from "../../src/store/memory/log.ts";
import { createMemoryProposalStore } from "../../src/store/memory/proposals.ts";
import { createMemorySiteStore } from "../../src/store/memory/site.ts";
import { describeAccessStores } from "./contract/access-stores.ts";
import { describeDeskStores } from "./contract/desk-stores.ts";
import { describeDraftStore } from "./contract/draft-store.ts";
import { describeLogStore } from "./contract/log-store.ts";
import { describeSiteStore } from "./contract/site-store.ts";

const close = async (): Promise<void> => {};

describeLogStore("memory", async () => ({ store: createMemoryLogStore(), close }));
describeSiteStore("memory", async () => ({ store: createMemorySiteStore(), close }));
describeDraftStore("memory", async () => ({ store: createMemoryDraftStore(), close }));
describeAccessStores("memory", async () => ({
  users: createMemoryUserStore(),
  sessions: createMemorySessionStore(),
  links: createMemoryLinkStore(),
  close,
}));
describeDeskStores("memory", async () => ({
  proposals: createMemoryProposalStore(),
  activity: createMemoryActivityStore(),
  close,
}));
