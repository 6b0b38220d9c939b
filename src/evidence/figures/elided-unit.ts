import { currencyAfter, spokenCurrency } from "./currency.ts";
import { isCurrencyName } from "./currency-names.ts";
import { gapBefore } from "./gapped.ts";
import { countedAt } from "./noun-phrase.ts";
import type { Piece } from "./piece.ts";
import type { Quantity } from "./quantity.ts";
import { made, passed } from "./settled.ts";
import type { Settled } from "./settled.ts";
import type { Trail } from "./trail.ts";

const END =
  /^(?:[,.;:)!?–—]|and|but|or|in|at|on|last|this|while|when|over|so|by|a|an|per|each|instead|more|less|for|from|after|before|respectively|apiece|to)$/;
/** What is done with prices and sums: an amount may follow without its currency. */
const TRADES =
  /^(?:sell|sells|sold|selling|buy|buys|bought|buying|pay|pays|paid|paying|cost|costs|costing|charge|charges|charged|charging|fetch|fetches|fetched|fetching|earn|earns|earned|earning|spend|spends|spent|spending|owe|owes|owed|lend|lends|lent|borrow|borrowed|bid|bids|offer|offers|offered|get|gets|got|receive|receives|received|worth|ask|asks|asked|raise|raised|raises|rise|rises|rose|risen|fall|falls|fell|fallen|cut|cuts|grow|grew|grown|go|goes|went|climb|climbed|jump|jumped|drop|drops|dropped|settle|settled|give|gave|gives|need|needs|has|have|had)$/;

/** Verbs whose object is a price, whatever was said before. */
const PRICED = /^(?:cost|costs|costing|charge|charges|charged|pay|pays|paid|fetch|fetches|fetched|earn|earns|earned)$/;

const PER = /^(?:head|person|day|week|month|year|hour|night|family|household|tonne|ton|kilo|litre|barrel|place|seat)$/;

/** "one and a half million euros now and two billion later", "paid 40 pounds and sold it for 60": no currency is printed. */
export function elidedMoney(pieces: readonly Piece[], plain: Quantity, floor: number, trail: Trail): Settled | null {
  const unit = trail.money();
  if (unit === null || plain.first.yearLike) return null;
  const { to, from, last, first, bare } = plain;
  if (plain.value === 1 && first.words) return null;
  const { noun, fate, anaphor } = countedAt(pieces, to, "many");
  if (fate !== null) return null;
  const quantity = passed(pieces, plain, floor);
  const next = pieces[to];
  if (last.scale >= 1e6) {
    if (noun !== null && !anaphor) return null;
    // "150 million has been paid", but "two million were displaced"
    if (/^(?:has|was|is)$/.test(next?.lower ?? "")) return made(quantity, "money", unit, null);
    return /^(?:VB\w?|NOUNS?|PROPN|AUX)$/.test(next?.pos ?? "") &&
      !/^(?:pledged|promised|set|needed|left|more|less)$/.test(next?.lower ?? "")
      ? null
      : made(quantity, "money", unit, null);
  }
  const priced = PRICED.test(pieces[bare - 1]?.lower ?? "");
  // "$20, then $30, then fifty"
  if (trail.moneyHere && noun === null && pieces[bare - 1]?.lower === "then")
    return made(quantity, "money", unit, null);
  if (
    (!trail.moneyHere && !priced) ||
    noun !== null ||
    anaphor ||
    first.words ||
    (next !== undefined && !END.test(next.lower))
  )
    return null;
  if (gapBefore(pieces, from) !== -1) return made(quantity, "money", unit, null);
  const before = pieces[bare - 1]?.lower ?? "";
  // "£8, or 5 for children"
  if (
    /^(?:or|,|and)$/.test(before) &&
    next?.lower === "for" &&
    /^(?:NOUNS?|ADJ|DET|VBG)$/.test(pieces[to + 1]?.pos ?? "")
  )
    return made(quantity, "money", unit, null);
  const alone = trail.last()?.here !== true;
  // "11,400 crowns a month, 700 less than last year", "220 million dollars, or 3,100 a head"
  if (before === "," && alone && /^(?:more|less)$/.test(next?.lower ?? "")) return made(quantity, "money", unit, null);
  if (
    /^(?:or|,)$/.test(before) &&
    alone &&
    /^(?:a|per)$/.test(next?.lower ?? "") &&
    PER.test(pieces[to + 1]?.lower ?? "")
  )
    return made(quantity, "money", unit, null);
  if (TRADES.test(before)) return made(quantity, "money", unit, null);
  if (!/^(?:for|at|to|from|against|than|by)$/.test(before)) return null;
  for (let k = bare - 2; k >= 0 && k > bare - 6; k -= 1) {
    const { lower } = pieces[k] as Piece;
    if (/^[.;:]$/.test(lower)) return null;
    if (TRADES.test(lower)) return made(quantity, "money", unit, null);
  }
  return null;
}

/** "The yen fell to 151 to the dollar": the currency that is priced is named before. */
export function elidedRate(pieces: readonly Piece[], quantity: Quantity): Settled | null {
  const { to, from } = quantity;
  const of = pieces[to + 1]?.lower === "the" ? to + 2 : to + 1;
  if (!/^(?:to|against|per)$/.test(pieces[to]?.lower ?? "") || !isCurrencyName(pieces[of]?.lower ?? "")) return null;
  for (let k = from - 1; k >= 0 && k > from - 16; k -= 1) {
    const name = pieces[k]?.lower ?? "";
    if (!isCurrencyName(name) || name === "dollar" || pieces[k]?.pos.startsWith("VB") === true) continue;
    const named = spokenCurrency(pieces, k, name) ?? currencyAfter(pieces, k, true)?.unit ?? null;
    return named === null ? null : { ...made(quantity, "money", named, null), to: of + 1 };
  }
  return null;
}

/** Words behind metres. */
const LENGTHS =
  /^(?:deep|wide|high|tall|long|thick|away|down|up|above|below|off|north|south|east|west|race|sprint|across|apart|underground|tower|by|x|cable|fence|behind|inland|downstream|upstream|offshore)$/;

/** "US$40m in March and a further 15m": millions, where no length is meant. */
export function elidedMillions(pieces: readonly Piece[], quantity: Quantity, trail: Trail): Settled | null {
  const unit = trail.largeMoneyHere ? trail.money() : null;
  const { first, last, measure, value, max } = quantity;
  if (unit === null || measure === null || measure.kind !== "distance" || measure.factor !== 0.001 || first.words)
    return null;
  const letter = pieces[last.to];
  if (letter?.lower !== "m" || !letter.glued) return null;
  const [next, second] = [pieces[last.to + 1]?.lower ?? ".", pieces[last.to + 2]?.lower ?? ""];
  if (LENGTHS.test(next)) return null;
  // "400m of cable", "400m from the shore"
  if (next === "of" && !/^(?:it|them|this|that|which|these)$/.test(second)) return null;
  if (next === "from" && /^(?:the|its|a|an)$/.test(second)) return null;
  const scaled = { ...quantity, value: value * 1e9, max: max === null ? null : max * 1e9 };
  return made(scaled, "money", unit, null);
}

/** "every 20 minutes instead of every eight", "12 metres wide and up to 4 deep": no unit is printed. */
export function elidedMeasure(pieces: readonly Piece[], quantity: Quantity, trail: Trail): Settled | null {
  const measure = trail.measured();
  if (
    measure === null ||
    (quantity.first.words && quantity.value === 1) ||
    quantity.first.scale !== 1 ||
    quantity.value >= 100_000
  )
    return null;
  const { bare, to } = quantity;
  const [second, before, next] = [pieces[bare - 2]?.lower ?? "", pieces[bare - 1]?.lower ?? "", pieces[to]];
  const wide = measure.kind === "distance" && /^(?:wide|deep|long|high|tall|thick)$/.test(next?.lower ?? "");
  const rate =
    before === "every" || /^(?:serve|serves|served|serving)$/.test(before) || (before === "of" && second === "instead");
  const compared = trail.last()?.here !== true && /^(?:from|against|than|versus)$/.test(before);
  const ends =
    next === undefined ||
    /^(?:[,.;:)!?]|and|but|until|till|when|while|because|as|since|for|in|on|at|last|a|the|this)$/.test(next.lower);
  if (quantity.first.yearLike || (!wide && !((rate || compared) && ends))) return null;
  const { factor } = measure;
  const scaled = {
    ...quantity,
    value: quantity.value * factor,
    max: quantity.max === null ? null : quantity.max * factor,
  };
  return { ...made(scaled, measure.kind, measure.unit, null), to: wide ? to + 1 : to };
}
