/**
 * Parts of speech as the model knows them: those of Universal Dependencies, nouns by number, possessive pronouns on
 * their own, verbs by form as in the Penn Treebank.
 */
export const POS = [
  "NOUN",
  "NOUNS",
  "PROPN",
  "PRON",
  "POSS",
  "DET",
  "ADJ",
  "ADV",
  "ADP",
  "SCONJ",
  "CCONJ",
  "AUX",
  "PART",
  "VB",
  "VBP",
  "VBZ",
  "VBD",
  "VBN",
  "VBG",
  "NUM",
  "PUNCT",
  "SYM",
  "X",
  "INTJ",
] as const;
export type Pos = (typeof POS)[number];
