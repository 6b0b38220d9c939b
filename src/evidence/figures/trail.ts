import type { Reading, Sentence } from "../../language/sentences.ts";
import type { FigureKind } from "../../model/figure.ts";
import type { MeasureAt } from "./measure.ts";
import { singular } from "./noun-lists.ts";
import type { Token } from "../../language/tokens.ts";
import { columnAt } from "./table.ts";
import type { Column } from "./table.ts";
import { fateByTree } from "./tree.ts";

/** What a text has counted so far: numbers that stand alone take up what was counted last. */
export class Trail {
  /** Are words read, or only digits and marks? */
  readonly english: boolean;
  #sentence = -1;
  #block = 0;
  #counted: {
    noun: string | null;
    person: boolean | null;
    fate: string | null;
    sentence: number;
    block: number;
  } | null = null;
  #base: { noun: string | null; sentence: number; block: number } | null = null;
  #percentAt = -10;
  #paid: { unit: string; value: number; sentence: number } | null = null;
  #measure: { measure: MeasureAt; sentence: number } | null = null;
  readonly #currencies = new Map<string, string>();
  #asked: string | null = null;
  /** The last figure was one of those counted: "including …". */
  part = false;
  /** The last number was a label: "Wards 2 and 4". */
  label = -1;

  readonly #reading: Reading;
  #range: Sentence = { first: 0, last: 0, block: 0 };

  constructor(reading: Reading) {
    this.#reading = reading;
    this.english = reading.forms !== null;
  }

  /** What befell those whose number stands at text offset `start`, as the tree of this sentence says. */
  fate(start: number): string | null {
    return fateByTree(this.#reading, this.#range, start);
  }

  /** The column of a table whose cell runs from `start` to `end`. */
  column(start: number, end: number): Column | null {
    return columnAt(this.#reading.text, start, end);
  }

  /** A sentence begins. Sentences without figures are passed over and do not count. */
  enter(sentence: Sentence): void {
    this.#range = sentence;
    this.#sentence += 1;
    this.#block = sentence.block;
    this.part = false;
    this.label = -1;
    this.#asked = askedBefore(this.#reading.tokens, sentence.first);
  }

  count(noun: string | null, person: boolean | null, fate: string | null): void {
    this.#counted = { noun, person, fate, sentence: this.#sentence, block: this.#block };
  }

  /** What was counted last, in this sentence or shortly before. */
  last(): {
    readonly noun: string | null;
    readonly person: boolean | null;
    readonly fate: string | null;
    readonly here: boolean;
  } | null {
    const last = this.#counted;
    if (last === null || last.sentence < this.#sentence - 2 || this.#block > last.block + 1)
      return this.#asked === null ? null : { noun: this.#asked, person: null, fate: null, here: false };
    return { ...last, here: last.sentence === this.#sentence };
  }

  /** What the last percentage was of. */
  base(): string | null {
    const last = this.#base;
    return last === null || last.sentence < this.#sentence - 1 ? null : last.noun;
  }

  percent(noun: string | null): void {
    this.#percentAt = this.#sentence;
    if (noun !== null) this.#base = { noun, sentence: this.#sentence, block: this.#block };
  }

  /** An amount of money was printed. */
  paid(unit: string, value: number): void {
    this.#paid = { unit, value, sentence: this.#sentence };
  }

  /** The currency of the last amount, in this sentence or the one before. */
  money(): string | null {
    return this.#paid !== null && this.#paid.sentence >= this.#sentence - 1 ? this.#paid.unit : null;
  }

  /** Was an amount of money printed in this sentence? */
  get moneyHere(): boolean {
    return this.#paid !== null && this.#paid.sentence === this.#sentence;
  }

  /** Was it a large amount, of a hundred thousand or more? */
  get largeMoneyHere(): boolean {
    return this.moneyHere && this.#paid !== null && Math.abs(this.#paid.value) >= 1e5;
  }

  /** A length or a time was printed. */
  measuredBy(measure: MeasureAt): void {
    this.#measure = { measure, sentence: this.#sentence };
  }

  /** The measure of the last length or time in this sentence. */
  measured(): (MeasureAt & { readonly kind: FigureKind }) | null {
    const last = this.#measure;
    if (last === null || last.sentence !== this.#sentence) return null;
    const { kind } = last.measure;
    return kind === "none" ? null : { ...last.measure, kind };
  }

  /** Was a percentage printed in this sentence? */
  get percentHere(): boolean {
    return this.#percentAt === this.#sentence;
  }

  /** Was a percentage printed here or shortly before? */
  get nearPercent(): boolean {
    return this.#percentAt >= this.#sentence - 1;
  }

  /** The currency that a bare name stands for, by what the text has said: "Jordanian dinars … dinars". */
  currency(bare: string | null, unit: string): string {
    if (bare === null) return unit;
    // "2.50 euros, 50 cents more"
    const cents = bare === "cent" ? this.money() : null;
    if (cents !== null && /^(?:USD|EUR|AUD|CAD|NZD|SGD|HKD|ZAR|JMD)$/.test(cents)) return cents;
    return this.#currencies.get(bare) ?? unit;
  }

  named(name: string, unit: string): void {
    this.#currencies.set(name, unit);
  }
}

/** "How many rounds did you fire?" shortly before an answer that counts nothing itself. */
function askedBefore(tokens: readonly Token[], first: number): string | null {
  for (let i = first - 1; i >= 1 && i >= first - 14; i -= 1) {
    if (tokens[i]?.lower === "many" && tokens[i - 1]?.lower === "how") {
      const noun = tokens[i + 1];
      return noun?.word === true ? singular(noun.lower) : null;
    }
  }
  return null;
}
