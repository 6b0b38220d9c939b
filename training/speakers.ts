import type { Pos } from "../src/language/pos.ts";

/** Who speaks, as `word/POS/head/relation`; `plural` null goes with any verb in the past only in effect. */
export interface Speaker {
  readonly words: string;
  readonly plural: boolean | null;
}

const one = (words: string): Speaker => ({ words, plural: false });
const many = (words: string): Speaker => ({ words, plural: true });

/** First and Last, Place and Body stand for invented names. */
export const SPEAKERS: readonly Speaker[] = [
  one("First/PROPN/-/x Last/PROPN/0/flat"),
  one("First/PROPN/-/x Last/PROPN/0/flat"),
  one("Last/PROPN/-/x"),
  one("Mr/PROPN/-/x Last/PROPN/0/flat"),
  one("Ms./PROPN/-/x Last/PROPN/0/flat"),
  one("he/PRON/-/x"),
  one("she/PRON/-/x"),
  one("he/PRON/-/x"),
  one("the/DET/1/det mayor/NOUN/-/x"),
  one("the/DET/1/det ministry/NOUN/-/x"),
  one("the/DET/1/det government/NOUN/-/x"),
  one("a/DET/1/det spokesman/NOUN/-/x"),
  one("Mayor/PROPN/-/x First/PROPN/0/flat Last/PROPN/0/flat"),
  one("President/PROPN/-/x First/PROPN/0/flat Last/PROPN/0/flat"),
  one(
    "First/PROPN/-/x Last/PROPN/0/flat ,/PUNCT/4/punct the/DET/4/det mayor/NOUN/0/appos of/ADP/6/case Place/PROPN/4/nmod",
  ),
  one(
    "First/PROPN/-/x Last/PROPN/0/flat ,/PUNCT/4/punct a/DET/4/det spokeswoman/NOUN/0/appos for/ADP/7/case the/DET/7/det council/NOUN/4/nmod ,/PUNCT/4/punct",
  ),
  one(
    "First/PROPN/-/x Last/PROPN/0/flat ,/PUNCT/4/punct head/NOUN/0/appos of/ADP/6/case the/DET/6/det agency/NOUN/3/nmod",
  ),
  one("First/PROPN/-/x Last/PROPN/0/flat of/ADP/4/case the/DET/4/det Body/PROPN/0/nmod"),
  one("a/DET/1/det spokesman/NOUN/-/x for/ADP/4/case the/DET/4/det ministry/NOUN/1/nmod"),
  one("a/DET/2/det police/NOUN/2/compound spokeswoman/NOUN/-/x"),
  one(
    "the/DET/1/det head/NOUN/-/x of/ADP/4/case the/DET/4/det hospital/NOUN/1/nmod ,/PUNCT/6/punct First/PROPN/1/appos Last/PROPN/6/flat",
  ),
  one(
    "Place/PROPN/3/nmod:poss 's/PART/0/case foreign/ADJ/3/amod minister/NOUN/-/x ,/PUNCT/5/punct First/PROPN/3/appos Last/PROPN/5/flat",
  ),
  one("the/DET/2/det Place/PROPN/2/compound council/NOUN/-/x"),
  one("Place/PROPN/-/x"),
  one("one/NUM/1/nummod resident/NOUN/-/x"),
  one("a/DET/2/det senior/ADJ/2/amod official/NOUN/-/x"),
  one("the/DET/1/det Body/PROPN/-/x"),
  one("campaign/NOUN/1/compound manager/NOUN/-/x First/PROPN/1/flat Last/PROPN/1/flat"),
  one("the/DET/1/det report/NOUN/-/x"),
  many("officials/NOUNS/-/x"),
  many("police/NOUN/-/x"),
  many("they/PRON/-/x"),
  many("critics/NOUNS/-/x"),
  many("experts/NOUNS/-/x"),
  many("two/NUM/1/nummod witnesses/NOUNS/-/x"),
  many("residents/NOUNS/-/x of/ADP/2/case Place/PROPN/0/nmod"),
  many("rights/NOUNS/1/compound activists/NOUNS/-/x"),
  many("Last/PROPN/3/nmod:poss 's/PART/0/case senior/ADJ/3/amod aides/NOUNS/-/x"),
  many("First/PROPN/-/x Last/PROPN/0/flat and/CCONJ/3/cc First/PROPN/0/conj Last/PROPN/3/flat"),
  many("her/POSS/1/nmod:poss lawyers/NOUNS/-/x"),
  many("the/DET/1/det authorities/NOUNS/-/x in/ADP/3/case Place/PROPN/1/nmod"),
];

/** Forms of verbs of saying; `plural` null for those that go with any speaker. */
export const VERBS: readonly { readonly form: string; readonly pos: Pos; readonly plural: boolean | null }[] = [
  ...verbs(
    "said said said said added warned argued claimed insisted noted acknowledged explained stated stressed announced declared conceded complained",
    "VBD",
    null,
  ),
  ...verbs("says says argues claims warns insists notes adds believes hopes suggests maintains", "VBZ", false),
  ...verbs("say say argue claim warn insist believe suggest", "VBP", true),
];

function verbs(forms: string, pos: Pos, plural: boolean | null): { form: string; pos: Pos; plural: boolean | null }[] {
  return forms.split(" ").map((form) => ({ form, pos, plural }));
}

export const ADDRESSEES: readonly string[] = [
  "reporters/NOUNS/-/x",
  "the/DET/1/det court/NOUN/-/x",
  "the/DET/1/det Body/PROPN/-/x",
  "lawmakers/NOUNS/-/x",
  "him/PRON/-/x",
  "the/DET/1/det newspaper/NOUN/-/x",
];

export const MOMENTS: readonly string[] = [
  "on/ADP/1/case Monday/PROPN/-/x",
  "Tuesday/PROPN/-/x",
  "in/ADP/2/case a/DET/2/det statement/NOUN/-/x",
  "late/ADV/2/advmod on/ADP/2/case Friday/PROPN/-/x",
  "at/ADP/3/case a/DET/3/det news/NOUN/3/compound conference/NOUN/-/x",
];

const FIRST = "Ana Edvin Mirela Tomas Ilka Jorun Petra Samir Oskar Leena Davit Nora Ruben Halina Marek Ines".split(" ");
const LAST =
  "Brod Halask Veskari Tornau Oldenmark Rieka Sandoval Kimmer Pelletier Drummond Achterberg Nowik Carrow Ilves Montrose Haddin".split(
    " ",
  );
const PLACE = "Veshna Karsia Mirvel Kostrel Dunmarrow Aldersund Tavra Port-Ilan Westermoor Sundholm".split(" ");
const BODY = "Senate Guardian-Post Times Red-Cross Parliament Varen-Wire Commission Council".split(" ");

/** Fills the places of names, other ones each time. */
export function namesFor(draw: (below: number) => number): (text: string) => string {
  const from = (names: readonly string[]): string => names[draw(names.length)] as string;
  return (text) =>
    text === "First"
      ? from(FIRST)
      : text === "Last"
        ? from(LAST)
        : text === "Place"
          ? from(PLACE)
          : text === "Body"
            ? from(BODY)
            : text;
}
