import type { Reading, Sentence } from "../../language/sentences.ts";
import type { Token } from "../../language/tokens.ts";
import { DONE, FATES, OF_THINGS_TOO, SUFFERED } from "./fates.ts";

/** Steps up the tree from a number to the verb that says what befell those counted. */
const STEPS = 6;
/** Relations by which a number, or a member of a list, belongs to what stands above it. */
const PART_OF = /^(?:nummod|conj|appos|flat|compound|amod)$/;

/**
 * What befell those whose number stands at text offset `start`, as the parsed sentence says: object of "killed", subject
 * of "died" or of "were wounded", through lists and appositions. Parses only sentences that name a fate; null where the
 * tree says nothing or the text was read without a model.
 */
export function fateByTree(reading: Reading, sentence: Sentence, start: number): string | null {
  const { tokens } = reading;
  let at = -1;
  let named = false;
  for (let i = sentence.first; i < sentence.last; i += 1) {
    const { lower, start: from, end } = tokens[i] as Token;
    if (from <= start && start < end) at = i;
    named ||= DONE.has(lower) || SUFFERED.has(lower);
  }
  if (at === -1 || !named || !reading.parse(sentence)) return null;
  for (let steps = 0; steps < STEPS; steps += 1) {
    const { head, relation } = tokens[at] as Token;
    const above = head < 0 || relation === null ? undefined : tokens[head];
    if (above === undefined || head < sentence.first || head >= sentence.last) return null;
    if (above.lower.startsWith("treat")) return null;
    if (relation === "obj" || relation === "nsubj:pass") return DONE.get(above.lower) ?? null;
    if (relation === "nsubj") return SUFFERED.get(above.lower) ?? null;
    if (relation === null || (!PART_OF.test(relation) && !(relation === "nmod" && isIncluded(tokens, at)))) return null;
    const noun = FATES.get(above.lower);
    if (noun !== undefined && !OF_THINGS_TOO.has(noun)) return null;
    at = head;
  }
  return null;
}

/** "including two guards" hangs on those who are counted above it. */
function isIncluded(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= 0 && i > at - 6; i -= 1) if (tokens[i]?.lower === "including") return true;
  return false;
}
