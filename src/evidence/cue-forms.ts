import { CUE_PARTICLES, CUE_PREPOSITIONS, CUE_VERBS } from "./cue-verbs.ts";

/** Past form, participle and others that the rules of spelling do not give. */
const IRREGULAR: Readonly<Record<string, string>> = {
  say: "said",
  speak: "spoke spoken",
  tell: "told",
  write: "wrote written",
  swear: "swore sworn",
  think: "thought",
  feel: "felt",
  know: "knew known",
  understand: "understood",
  find: "found",
  hear: "heard",
  see: "saw seen",
  seek: "sought",
  forget: "forgot forgotten",
  show: "showed shown",
  refer: "referred",
  foresee: "foresaw foreseen",
  read: "read",
  forecast: "forecast forecasted",
  rebut: "rebutted",
  signal: "signaled signalled",
  label: "labeled labelled",
  learn: "learned learnt",
  dream: "dreamed dreamt",
  sing: "sang sung",
  begin: "began begun",
  lay: "laid",
  let: "let",
  have: "had",
  give: "gave given",
  bring: "brought",
  hit: "hit",
  shoot: "shot",
  make: "made",
  go: "went gone",
  forbid: "forbade forbidden",
  undertake: "undertook undertaken",
  choose: "chose chosen",
  bet: "bet",
  put: "put",
};

/** Verbs that double their last letter. */
const DOUBLED = new Set(
  "beg brag quip dub slam admit rebut plan forget signal label rip snap chat refer regret sum begin hit forbid put bet let".split(
    " ",
  ),
);

export type VerbForm = "base" | "s" | "past" | "ing";
export interface CueVerb {
  readonly lemma: string;
  readonly frames: string;
  /** Prepositions that lead to its content. */
  readonly prepositions: readonly string[];
  readonly form: VerbForm;
}

function inflect(lemma: string): readonly (readonly [string, VerbForm])[] {
  const sibilant = /(?:s|x|z|ch|sh|o)$/.test(lemma);
  const consonantY = /[^aeiou]y$/.test(lemma);
  const s = lemma === "have" ? "has" : consonantY ? `${lemma.slice(0, -1)}ies` : sibilant ? `${lemma}es` : `${lemma}s`;
  const stem = lemma.endsWith("e") && !lemma.endsWith("ee") ? lemma.slice(0, -1) : lemma;
  const doubled = DOUBLED.has(lemma) ? `${lemma}${lemma.at(-1)}` : stem;
  const past = IRREGULAR[lemma]?.split(" ") ?? [
    consonantY
      ? `${lemma.slice(0, -1)}ied`
      : lemma.endsWith("e")
        ? `${lemma}d`
        : `${DOUBLED.has(lemma) ? doubled : lemma}ed`,
  ];
  return [
    [lemma, "base"],
    [s, "s"],
    ...past.map((form) => [form, "past"] as const),
    ...[...new Set([`${doubled}ing`, `${stem}ing`])].map((form) => [form, "ing"] as const),
  ];
}

const formsOf = (lemma: string, frames: string, prepositions: string): (readonly [string, CueVerb])[] =>
  inflect(lemma).map(
    ([form, kind]) =>
      [form, { lemma, frames, prepositions: prepositions === "" ? [] : prepositions.split(" "), form: kind }] as const,
  );

/** Every inflected form of every cue verb. */
export const CUE_FORMS: ReadonlyMap<string, CueVerb> = new Map(
  CUE_VERBS.flatMap(([frames, verbs]) =>
    verbs.split(" ").flatMap((lemma) => formsOf(lemma, frames, CUE_PREPOSITIONS[lemma] ?? "")),
  ),
);

/** Every verb that attributes together with a particle: "pointed out", "ruling out". */
export const PARTICLE_FORMS: ReadonlyMap<string, CueVerb> = new Map(
  Object.entries(CUE_PARTICLES).flatMap(([pair, [frames, prepositions]]) => {
    const [verb = "", particle = ""] = pair.split(" ");
    return formsOf(verb, frames, prepositions).map(([form, cue]) => [`${form} ${particle}`, cue] as const);
  }),
);

/** Forms that may have a particle behind them. */
export const BEFORE_PARTICLE: ReadonlySet<string> = new Set(
  [...PARTICLE_FORMS.keys()].map((pair) => pair.split(" ")[0] ?? ""),
);
