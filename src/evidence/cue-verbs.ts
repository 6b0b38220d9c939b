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
export const CUE_VERBS: Readonly<Record<string, string>> = {
  // saying
  say: "cq", state: "cq", add: "cq", tell: "caqp", announce: "cqo", claim: "cqi", assert: "cqo", insist: "cq", maintain: "cq",
  declare: "cqo", contend: "cq", argue: "cq", explain: "cqo", note: "cqo", observe: "cq", remark: "cq", report: "cqo",
  reveal: "cq", confirm: "cqo", admit: "cqo", acknowledge: "cqo", concede: "cq", warn: "caqfp", predict: "cqo", suggest: "cqo",
  stress: "cqo", emphasize: "cqo", emphasise: "cqo", reiterate: "cqo", repeat: "cqo", allege: "cqo", affirm: "cqo", proclaim: "cq",
  write: "cq", tweet: "cqo", post: "q", retort: "q", reply: "cq", respond: "cq", answer: "q", recall: "cq", conclude: "cq",
  caution: "caqp", complain: "cqf", boast: "cqf", brag: "cqf", joke: "cq", quip: "q", lament: "cqo", mention: "t", swear: "cqi",
  testify: "cq", charge: "cq", counter: "cq", agree: "tqi", disclose: "cqo", inform: "ca", assure: "caq", remind: "caq",
  notify: "ca", advise: "caqp", promise: "cqaio", pledge: "cqio", vow: "cqio", indicate: "cqo", imply: "cq", signal: "cqo", hint: "cqf",
  clarify: "cq", continue: "q", ask: "qpt", inquire: "qt", wonder: "qt", shout: "q", yell: "q", whisper: "q", cry: "q", exclaim: "q",
  muse: "q", opine: "cq", urge: "cpqo", reason: "cq", underline: "cqo", underscore: "cqo", highlight: "to", deny: "cqo",
  refute: "o", dispute: "co", reject: "oq", dismiss: "fq", criticize: "of", criticise: "of", condemn: "of", denounce: "of", slam: "of",
  blast: "of", decry: "o", deplore: "o", blame: "of", accuse: "f", praise: "of", applaud: "of", welcome: "o", mock: "of", ridicule: "of",
  describe: "f", label: "f", dub: "f", call: "f", portray: "f", characterize: "f", characterise: "f", brand: "f",
  cite: "o", quote: "o", tout: "o", express: "o", voice: "o", demand: "cqio", request: "co", propose: "cqio", recommend: "cqo",
  threaten: "cqi", refuse: "i", offer: "i", order: "cp", instruct: "p", encourage: "p", beg: "pq", implore: "pq", plead: "q",
  endorse: "o", oppose: "o", support: "o", back: "o", favor: "o", favour: "o", defend: "o", attack: "f", detail: "o", outline: "o",
  speculate: "cq", elaborate: "q", interject: "q", chime: "q", intone: "q", read: "q", discuss: "o", refer: "f", point: "", talk: "", speak: "", comment: "", apologize: "q", apologise: "q", disagree: "q", allude: "", push: "", press: "p", campaign: "", appeal: "", rail: "", care: "", protest: "cq", object: "tq",
  rule: "c", decree: "co", theorize: "c", posit: "c", profess: "ci", attest: "t", certify: "t", rebut: "o", echo: "oq",
  forecast: "co", project: "co", estimate: "co", calculate: "t", show: "t", demonstrate: "t", prove: "t", find: "t", illustrate: "t",
  // thinking
  believe: "cm", think: "cqm", feel: "cm", hope: "cim", fear: "com", expect: "ciom", know: "cm", assume: "cm", suspect: "cm", doubt: "cm",
  realize: "cm", realise: "cm", understand: "tm", worry: "cqfm", guess: "cm", imagine: "cm", suppose: "cm", want: "ipm", wish: "cim",
  prefer: "im", intend: "im", plan: "im", seek: "im", decide: "tim", learn: "tm", hear: "tm", determine: "tm", judge: "tm", recognize: "tm",
  recognise: "tm", remember: "cm", forget: "tm", dream: "tm", view: "fm", regard: "fm", consider: "fm", see: "tm", notice: "tm", anticipate: "com",
  foresee: "om", figure: "cm", love: "im", hate: "im", like: "im", trust: "tm", envision: "om",
};

/** Prepositions that go with a verb and lead to its content: `called for talks`. */
export const CUE_PREPOSITIONS: Readonly<Record<string, string>> = {
  call: "for on", refer: "to", point: "to", talk: "about of", speak: "of about", brag: "about", boast: "about of", complain: "about of",
  warn: "of about against", worry: "about", insist: "on", comment: "on", object: "to", apologize: "for", apologise: "for", agree: "with on",
  disagree: "with", argue: "for against", ask: "for about", wonder: "about", joke: "about", allude: "to", hint: "at", push: "for",
  press: "for", campaign: "for", appeal: "for to", demand: "for", rail: "against", dream: "of", think: "of about", know: "of about", hear: "of about",
  plead: "for", inquire: "about", report: "on", testify: "about", elaborate: "on", expand: "on", care: "about", learn: "of about", hope: "for", long: "for", wish: "for", believe: "in",
};

/** Past form, participle and others that the rules of spelling do not give. */
const IRREGULAR: Readonly<Record<string, string>> = {
  say: "said", speak: "spoke spoken", tell: "told", write: "wrote written", swear: "swore sworn", think: "thought", feel: "felt", know: "knew known",
  understand: "understood", find: "found", hear: "heard", see: "saw seen", seek: "sought", forget: "forgot forgotten", show: "showed shown",
  beg: "begged", refer: "referred", foresee: "foresaw foreseen", read: "read", forecast: "forecast forecasted", brag: "bragged", quip: "quipped",
  dub: "dubbed", slam: "slammed", admit: "admitted", rebut: "rebutted", plan: "planned", signal: "signaled signalled", label: "labeled labelled",
  prove: "proved proven", learn: "learned learnt", dream: "dreamed dreamt", chime: "chimed",
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
  const past = IRREGULAR[lemma]?.split(" ") ?? [consonantY ? `${lemma.slice(0, -1)}ied` : `${stem}ed`];
  return [[lemma, "base"], [s, "s"], ...past.map((form) => [form, "past"] as const), ...ing.map((form) => [form, "ing"] as const)];
}

/** Every inflected form of every cue verb. */
export const CUE_FORMS: ReadonlyMap<string, CueVerb> = new Map(
  Object.entries(CUE_VERBS).flatMap(([lemma, frames]) =>
    inflect(lemma).map(([form, kind]) => [form, { lemma, frames, form: kind }] as const),
  ),
);
