/**
 * Nouns that attribute, with what leads from them to the content: t "that", i an infinitive, and prepositions. Written for
 * this program.
 */
const NOUNS: readonly (readonly [ways: string, nouns: string])[] = [
  [
    "t",
    "assertion contention insistence statement announcement declaration confirmation acknowledgment acknowledgement conclusion finding observation remark comment reminder testimony " +
      "impression conviction notion idea view opinion belief understanding explanation response reply answer message estimate assessment argument objection assumption theory",
  ],
  [
    "t of",
    "claim allegation accusation suggestion admission denial warning prediction assurance rumour rumor report complaint hint speculation promise",
  ],
  ["t of i", "threat hope"],
  ["t of about over", "fear"],
  ["t about over", "concern worry doubt"],
  ["t", "word news verdict advice account version forecast judgement judgment guarantee revelation disclosure"],
  ["t i", "pledge vow decision agreement request"],
  ["t i for", "demand call proposal plea"],
  ["i", "refusal offer plan intention desire willingness reluctance determination commitment invitation"],
  ["of against", "criticism condemnation"],
  ["of", "description characterization characterisation endorsement depiction portrayal praise"],
  ["for", "support disdain contempt praise admiration enthusiasm"],
  ["to", "opposition objection"],
  ["about on", "comment remark question"],
  ["about", "statement"],
  ["on against", "attack"],
];

const plural = (noun: string): string =>
  /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : noun.endsWith("s") ? `${noun}es` : `${noun}s`;

const ways = new Map<string, Set<string>>();
for (const [letters, nouns] of NOUNS)
  for (const noun of nouns.split(" "))
    for (const form of [noun, plural(noun)]) {
      const known = ways.get(form) ?? new Set<string>();
      for (const way of letters.split(" ")) known.add(way);
      ways.set(form, known);
    }

/** Each noun, in both numbers, with its ways to a content. */
export const CUE_NOUNS: ReadonlyMap<string, ReadonlySet<string>> = ways;

/** Verbs that say nothing without their noun: `made a claim`, `voiced concern`. */
export const LIGHT_VERBS: ReadonlySet<string> = new Set(
  (
    "make makes made making issue issues issued issuing give gives gave given giving express expresses expressed expressing voice voices voiced voicing raise raises raised raising " +
    "offer offers offered offering deliver delivers delivered delivering release releases released releasing repeat repeats repeated repeating have has had having " +
    "send sends sent sending share shares shared sharing reiterate reiterated hold holds held harbour harbor harbored harboured lodge lodged put announce announced file filed"
  ).split(" "),
);

/**
 * Adjectives of what somebody thinks: c a clause, t a clause with "that", i an infinitive, and prepositions. They need a
 * form of "be" or its like: `was sure that`, `remained critical of`.
 */
const ADJECTIVES: readonly (readonly [ways: string, adjectives: string])[] = [
  ["c t about of", "sure certain confident convinced afraid aware unaware unsure"],
  ["c t about", "optimistic pessimistic hopeful worried concerned glad adamant happy sorry positive"],
  [
    "t about",
    "anxious skeptical sceptical doubtful unhappy angry furious upset nervous uneasy passionate enthusiastic excited coy",
  ],
  ["t with by about", "disappointed frustrated pleased satisfied delighted dissatisfied"],
  ["t at by about", "surprised shocked outraged alarmed appalled stunned dismayed amazed astonished"],
  ["t of", "proud critical wary supportive ashamed dismissive appreciative scornful contemptuous suspicious mindful"],
  ["t for", "grateful thankful"],
  ["i", "determined willing unwilling reluctant eager keen"],
];

/** Each adjective with its ways to a content. */
export const CUE_ADJECTIVES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  ADJECTIVES.flatMap(([letters, words]) =>
    words.split(" ").map((word) => [word, new Set(letters.split(" "))] as const),
  ),
);

/** Verbs that stand for "be" before an adjective. */
export const COPULAS: ReadonlySet<string> = new Set(
  "feel feels felt remain remains remained remaining seem seems seemed sound sounds sounded become becomes became grow grows grew".split(
    " ",
  ),
);
