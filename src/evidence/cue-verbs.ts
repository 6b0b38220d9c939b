/**
 * Verbs that attribute, with the constructions that each takes. Written for this program.
 *
 * c  a clause, with or without "that": `said (that) he would go`
 * t  a clause only with "that", "how", "whether" …: `learned that`
 * q  a quotation beside it, before or after: `“…,” she said`
 * a  first the one spoken to: `told reporters that`
 * i  an infinitive: `vowed to return`
 * p  the one spoken to and an infinitive: `urged them to leave`
 * o  a noun phrase as content: `condemned the attack`
 * f  a noun phrase, perhaps with of/as/for: `accused them of lying`
 * m  what somebody thinks rather than says
 */
const VERBS: readonly (readonly [frames: string, verbs: string])[] = [
  [
    "cq",
    "say state add insist maintain contend argue observe remark reveal concede proclaim write reply respond recall conclude joke testify charge counter imply clarify opine reason speculate protest",
  ],
  ["caqp", "tell caution advise"],
  [
    "cqo",
    "announce assert declare explain note report confirm admit acknowledge predict suggest stress emphasize emphasise reiterate repeat allege affirm tweet lament disclose indicate signal underline underscore deny recommend",
  ],
  ["cqi", "claim swear threaten"],
  ["caqfp", "warn"],
  [
    "q",
    "post retort answer quip continue shout yell whisper cry exclaim muse plead elaborate interject chime intone read apologize apologise disagree",
  ],
  ["cqf", "complain boast brag hint"],
  ["t", "mention attest certify calculate show demonstrate find illustrate"],
  ["tqi", "agree"],
  ["ca", "inform notify"],
  ["caq", "assure remind"],
  ["cqaio", "promise"],
  ["cqio", "pledge vow demand propose"],
  ["qpt", "ask"],
  ["qt", "inquire wonder"],
  ["cpqo", "urge"],
  ["to", "highlight"],
  [
    "o",
    "refute decry deplore welcome cite quote tout express voice endorse oppose support back favor favour outline rebut",
  ],
  ["co", "dispute request decree forecast project estimate"],
  ["oq", "reject echo"],
  ["fq", "dismiss"],
  ["of", "criticize criticise condemn denounce slam blast blame praise applaud mock ridicule"],
  ["f", "accuse describe label dub call portray characterize characterise brand attack refer"],
  ["i", "refuse offer"],
  ["cp", "order"],
  ["p", "instruct encourage press"],
  ["pq", "beg implore"],
  ["", "point talk speak comment allude push rail"],
  ["tq", "object"],
  ["t", "rule"],
  ["c", "theorize posit"],
  ["ci", "profess"],
  ["cm", "believe feel know assume suspect doubt realize realise guess imagine suppose remember figure"],
  ["cqm", "think"],
  ["cim", "hope wish"],
  ["com", "fear anticipate"],
  ["ciom", "expect"],
  ["tm", "understand learn hear determine judge recognize recognise forget dream see notice trust"],
  ["cqfm", "worry"],
  ["ipm", "want"],
  ["im", "prefer intend plan seek love hate like"],
  ["tim", "decide"],
  ["fm", "view regard consider"],
  ["om", "foresee envision"],
];

/** Prepositions that go with a verb and lead to its content: `called for talks`. */
export const CUE_PREPOSITIONS: Readonly<Record<string, string>> = {
  call: "for on",
  refer: "to",
  point: "to",
  talk: "about of",
  speak: "of about",
  brag: "about",
  boast: "about of",
  complain: "about of",
  warn: "of about against",
  worry: "about",
  insist: "on",
  comment: "on",
  object: "to",
  apologize: "for",
  apologise: "for",
  agree: "with on",
  disagree: "with",
  argue: "for against",
  ask: "for about",
  wonder: "about",
  joke: "about",
  allude: "to",
  hint: "at",
  push: "for",
  press: "for",
  demand: "for",
  rail: "against",
  dream: "of",
  think: "of about",
  know: "of about",
  hear: "of about",
  plead: "for",
  inquire: "about",
  report: "on",
  testify: "about",
  elaborate: "on",
  expand: "on",
  learn: "of about",
  hope: "for",
  long: "for",
  wish: "for",
  believe: "in",
};

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
  beg: "begged",
  refer: "referred",
  foresee: "foresaw foreseen",
  read: "read",
  forecast: "forecast forecasted",
  brag: "bragged",
  quip: "quipped",
  dub: "dubbed",
  slam: "slammed",
  admit: "admitted",
  rebut: "rebutted",
  plan: "planned",
  signal: "signaled signalled",
  label: "labeled labelled",
  prove: "proved proven",
  learn: "learned learnt",
  dream: "dreamed dreamt",
  chime: "chimed",
};

const DOUBLED = new Set(["beg", "brag", "quip", "dub", "slam", "admit", "rebut", "plan", "forget", "signal", "label"]);

export type VerbForm = "base" | "s" | "past" | "ing";
export interface CueVerb {
  readonly lemma: string;
  readonly frames: string;
  readonly form: VerbForm;
}

function inflect(lemma: string): readonly (readonly [string, VerbForm])[] {
  const sibilant = /(?:s|x|z|ch|sh|o)$/.test(lemma);
  const consonantY = /[^aeiou]y$/.test(lemma);
  const s = consonantY ? `${lemma.slice(0, -1)}ies` : sibilant ? `${lemma}es` : `${lemma}s`;
  const stem = lemma.endsWith("e") && !lemma.endsWith("ee") ? lemma.slice(0, -1) : lemma;
  const ing = DOUBLED.has(lemma) ? [`${lemma}${lemma.at(-1)}ing`, `${lemma}ing`] : [`${stem}ing`];
  const past = IRREGULAR[lemma]?.split(" ") ?? [
    consonantY ? `${lemma.slice(0, -1)}ied` : lemma.endsWith("e") ? `${lemma}d` : `${lemma}ed`,
  ];
  return [
    [lemma, "base"],
    [s, "s"],
    ...past.map((form) => [form, "past"] as const),
    ...ing.map((form) => [form, "ing"] as const),
  ];
}

/** Every inflected form of every cue verb. */
export const CUE_FORMS: ReadonlyMap<string, CueVerb> = new Map(
  VERBS.flatMap(([frames, verbs]) =>
    verbs
      .split(" ")
      .flatMap((lemma) => inflect(lemma).map(([form, kind]) => [form, { lemma, frames, form: kind }] as const)),
  ),
);
