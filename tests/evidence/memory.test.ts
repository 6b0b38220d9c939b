import { memoryClaimStore, memorySuggestionStore } from "../../src/evidence/memory.ts";
import { describeClaimStore } from "./contract/claim-store.ts";
import { describeSuggestionStore } from "./contract/suggestion-store.ts";

describeSuggestionStore("memory", memorySuggestionStore);
describeClaimStore("memory", memoryClaimStore);
