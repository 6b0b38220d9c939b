import type { RemarkSignal } from "../model/attribution.ts";

const IRONIC =
  /\b(?:with irony|ironically|ironic|sarcastic(?:ally)?|in jest|tongue[- ]in[- ]cheek|jokingly|(?:was|were|been) joking|as a joke)\b/i;
const MISTAKEN =
  /\b(?:misspoke|misspoken|was mistaken|were mistaken|in error|by mistake|mistakenly|erroneously|misstated)\b/i;
const WITHDRAWN =
  /\b(?:retract(?:ed|s|ing)?|recanted|took back|taken back|walked back|withdr(?:ew|awn) (?:the|his|her|their|its|that) (?:claims?|statements?|remarks?|comments?|accusations?|allegations?))\b/i;

/** What a stretch of text says about how a remark was meant. */
export function signalsIn(text: string): RemarkSignal[] {
  const signals: RemarkSignal[] = [];
  if (IRONIC.test(text)) signals.push("ironic");
  if (MISTAKEN.test(text)) signals.push("mistaken");
  if (WITHDRAWN.test(text)) signals.push("withdrawn");
  return signals;
}
