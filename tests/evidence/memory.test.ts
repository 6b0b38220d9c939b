import { memoryClaimStore, memoryDecisionStore, memorySuggestionStore } from "../../src/evidence/memory.ts";
import { describeClaimStore } from "./contract/claim-store.ts";
import { describeDecisionStore } from "./contract/decision-store.ts";
import { describeSuggestionStore } from "./contract/suggestion-store.ts";

describeSuggestionStore("memory", memorySuggestionStore);
describeClaimStore("memory", memoryClaimStore);
describeDecisionStore("memory", memoryDecisionStore);
