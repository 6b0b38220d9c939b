import type { Token } from "../../language/tokens.ts";

const CASUALTY: Readonly<Record<string, string>> = {
  killed: "killed",
  dead: "killed",
  died: "killed",
  deaths: "killed",
  death: "killed",
  fatalities: "killed",
  slain: "killed",
  dying: "killed",
  fatality: "killed",
  injured: "injured",
  hurt: "injured",
  injuries: "injured",
  wounded: "wounded",
  missing: "missing",
  casualties: "casualties",
  kidnapped: "kidnapped",
  captured: "captured",
  hospitalized: "hospitalised",
  hospitalised: "hospitalised",
  displaced: "displaced",
  evacuated: "evacuated",
};
const DOING: Readonly<Record<string, string>> = {
  killed: "killed",
  kills: "killed",
  kill: "killed",
  killing: "killed",
  injured: "injured",
  injures: "injured",
  injuring: "injured",
  wounded: "wounded",
  wounds: "wounded",
  wounding: "wounded",
  claimed: "",
  displaced: "displaced",
  displacing: "displaced",
  evacuated: "evacuated",
};
const NOT_LIFE =
  /^(?:missiles?|drones?|tanks?|vehicles?|aircraft|helicopters?|dollars?|percent|miles|km|years?|days?|hours?|minutes?|weeks?|months?)$/;

/**
 * What happened to those counted by the number in `[from, to)` and where the phrase that says so begins and ends;
 * null when it is no count of casualties.
 */
export function casualtyAt(
  tokens: readonly Token[],
  from: number,
  to: number,
): { readonly counts: string; readonly from: number; readonly to: number } | null {
  const before = tokens[from - 1];
  const done = before === undefined || tokens[from]?.block === true ? undefined : DOING[before.lower];
  if (done !== undefined && done !== "") {
    // "killed 35 people", but not "were killed, 35 …".
    const end = peopleEnd(tokens, to);
    return NOT_LIFE.test(tokens[end - 1]?.lower ?? "") || NOT_LIFE.test(tokens[to]?.lower ?? "")
      ? null
      : { counts: done, from: from - 1, to: end };
  }
  for (let i = to; i < Math.min(tokens.length, to + 10); i += 1) {
    const token = tokens[i] as Token;
    if (token.block || /^(?:stop|comma|and|quote|dash|open|colon|subordinator|number)$/.test(token.tag)) break;
    if (NOT_LIFE.test(token.lower)) return null;
    const counts = CASUALTY[token.lower];
    // "10 people killed the idea" has an object: rare enough.
    if (counts !== undefined && !(token.lower === "death" && tokens[i + 1]?.lower === "toll"))
      return { counts, from, to: i + 1 };
    if (token.tag === "preposition" && !/^(?:of|in|from|among)$/.test(token.lower)) break;
  }
  // "death toll rose to 35", "left 35 dead" is found above.
  for (let i = from - 1; i >= Math.max(0, from - 6); i -= 1) {
    const token = tokens[i] as Token;
    if (token.tag === "stop" || token.tag === "comma") break;
    if (token.lower === "toll" && tokens[i - 1]?.lower === "death") return { counts: "killed", from: i - 1, to };
    if (token.block) break;
  }
  return null;
}

function peopleEnd(tokens: readonly Token[], to: number): number {
  let end = to;
  while (end < tokens.length && end < to + 4) {
    const token = tokens[end] as Token;
    if (
      token.block ||
      !/^(?:noun|name)$/.test(token.tag) ||
      /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|others)$/.test(token.lower)
    )
      break;
    end += 1;
  }
  return end;
}
