/** What befell those who are counted; each group of one pattern, so that a sentence is looked through once. */
const FATES: readonly (readonly [fate: string, words: string])[] = [
  [
    "killed",
    "killed|killing|kills|claimed the li\\w+|dead|died|dies|deaths?|dying|bodies|corpses?|perish\\w*|fatalit\\w+|lost (?:their|his|her) li\\w+|li(?:fe|ves) lost|victims|drown\\w*|slain|buried|toll|coffins?|loss(?:es)?|(?:soldiers?|troops|fighters?|servicemen|guards\\w*|rebels?|militiamen) (?:\\p{L}+ )?fell",
  ],
  ["injured", "injur\\w+|wound(?:ed|ing|s)|hurt|maimed|casualt(?:y|ies) department"],
  ["missing", "missing|unaccounted|not been found|feared lost|still being (?:sought|looked for)"],
  [
    "ill",
    "ill|unwell|sick\\w*|cramps|vomit\\w*|symptoms|came down with|come down with|contracted|caught|patients?|infect\\w+|cases|poison(?:ed|ing)|laid low|outbreak|diagnosed|hospitali[sz]ed|fell ill|taken ill",
  ],
  ["arrested", "arrest\\w*|detain\\w*|in custody|jailed|rounded up|taken prisoner|taken away|locked up|behind bars"],
  [
    "freed",
    "freed|set free|let go|released?|rescued|saved|alive|pulled out|(?:found|brought|led) (?:safe|alive|to safety|out)|crawled out|br[eo]ke(?:n)? out|escaped|got away|c[ao]me (?:back|home)|reached (?:port|shore|safety)|got out|safe and (?:sound|well)|survived|survivors",
  ],
  [
    "moved",
    "evacuat\\w+|evacuees?|sheltered|in shelters|to shelters|displaced|homeless|fled|bundled out|taken out|(?:emergency|temporary) (?:accommodation|housing|quarters|beds)|out of their (?:homes|beds|houses|flats|villages)|away from home|away from their homes|moved out|moved|brought to safety|out of their \\p{L}+(?: \\p{L}+)? homes|left their homes",
  ],
  ["held", "held hostage|hostage|in captivity|held captive|taken hostage|kidnapp\\w+|abduct\\w+|being held"],
  [
    "trapped",
    "trapped|encircled|surrounded|besieged|pinned down|stranded|stuck|snowed in|snowbound|held fast|marooned|below ground",
  ],
  [
    "without",
    "without (?:\\p{L}+ )?(?:electricity|power|water|heating|gas|light|current|supply)|(?:were|was|went|are|is|still|remain\\w*|left) dark|no (?:electricity|power|running water|heating|water)|powerless|in the dark|cut off|blackout|outages?|(?:power|electricity|water|gas|light|heating) (?:is|was|has been|had been|went|supply (?:is|was)) (?:out|off|cut|down)",
  ],
  [
    "restored",
    "(?:switched|turned|put) back on|reconnected|restored|back on (?:the grid|supply)|have (?:power|electricity|water) again",
  ],
  ["crossed", "cross\\w*|entered|incursion|came over|arriv\\w+"],
  [
    "present",
    "aboard|on board|(?:on|in) (?:the|a|that) (?:bus|train|tram|ship|plane|ferry|boat|coach|flight|lift|cable car)|carrying|attend\\w*|crowd|march(?:es|ed|ing)?|gather\\w*|turned out|turnout|demonstrat(?:ed|ing|ions?)|protest(?:s|ed|ing)?|took part|taken part|participa\\w+|rall(?:y|ied)|walked in|filled the",
  ],
  ["employed", "employ(?:s|ed|ing)|workforce|payroll|on the staff"],
  [
    "damaged",
    "destroy\\w*|damag\\w+|flooded|burnt|burned|burned down|razed|ruined|gutted|wrecked|collapsed|downed|swept away|under water|captured|seized|looted|gone up in|levelled",
  ],
];

const FATE = new RegExp(
  String.raw`(?<![\p{L}])(?:${FATES.map(([, words]) => `(${words})`).join("|")})(?![\p{L}])`,
  "giu",
);

/** A word that says what befell those who are counted. */
export interface FateWord {
  readonly fate: string;
  readonly start: number;
  readonly end: number;
}

/** All words of a text that say what befell somebody or something, in order. */
export function fatesIn(text: string): FateWord[] {
  const found: FateWord[] = [];
  for (const match of text.matchAll(FATE)) {
    // The month.
    if (match[0] === "March") continue;
    const group = match.findIndex((part, i) => i > 0 && part !== undefined);
    found.push({ fate: FATES[group - 1]?.[0] ?? "", start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** Fates by what a figure counts. */
export const FATE_OF: Readonly<Record<string, string>> = {
  killed: "killed",
  dead: "killed",
  death: "killed",
  deaths: "killed",
  died: "killed",
  body: "killed",
  injured: "injured",
  wounded: "injured",
  hurt: "injured",
  injury: "injured",
  missing: "missing",
  hospitalised: "ill",
  displaced: "moved",
  evacuated: "moved",
  evacuee: "moved",
  captured: "arrested",
  kidnapped: "held",
  hostage: "held",
  arrested: "arrested",
  arrest: "arrested",
  case: "ill",
  patient: "ill",
  marcher: "present",
  participant: "present",
  passenger: "present",
  demonstrator: "present",
  protester: "present",
  spectator: "present",
  employee: "employed",
};

/** Fates whose number only grows while an event lasts. */
export const GROWING: ReadonlySet<string> = new Set(
  "killed injured ill arrested moved freed crossed damaged restored".split(" "),
);
/** Fates whose number goes up and down: each count is one of its hour. */
export const PASSING: ReadonlySet<string> = new Set("missing trapped held without left".split(" "));

/** Nouns that reports use for the same things, the first standing for all. */
const FAMILIES =
  "home house household dwelling flat apartment residence property bungalow|job post position redundancy role|shot round bullet bang gunshot volley|" +
  "lorry truck|kg kilo kilogram kilogramme|litre liter|tonne ton t|hive colony|aircraft plane jet airliner|earthquake quake magnitude tremor|" +
  "vehicle tank carrier|ship vessel boat|soldier serviceman trooper troop|police policeman officer constable|doctor physician|child kid youngster pupil schoolchild student|" +
  "worker employee labourer|sick patient case|blaze fire|explosion blast|attack strike raid|cow cattle|ballot vote|shell projectile|well borehole|" +
  "migrant refugee|prisoner inmate|demonstrator protester marcher participant|customer subscriber connection|tree trunk|bridge crossing|cut outage";
const FAMILY: ReadonlyMap<string, string> = new Map(
  FAMILIES.split("|").flatMap((line) => {
    const words = line.split(" ");
    return words.map((word) => [word, words[0] as string] as const);
  }),
);

/** The noun that stands for all that mean the same. */
export const familyOf = (noun: string): string => FAMILY.get(noun) ?? noun;

/** Persons of any sort: say nothing about who is counted. */
export const ANYBODY: ReadonlySet<string> = new Set(
  "people person man human individual soul life name body other personnel".split(" "),
);
/** Some of all that were there. */
export const SOME: ReadonlySet<string> = new Set(
  "child woman girl boy baby infant toddler teenager pensioner officer police firefighter rescuer fireman".split(" "),
);
