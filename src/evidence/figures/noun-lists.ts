import { PEOPLE } from "./people.ts";
import { THINGS } from "./things.ts";

/** Bodies of people: counted as such, but their fate may be that of people ("two families were killed"). */
const BODIES: ReadonlySet<string> = new Set(["family", "crew", "staff", "household", "couple"]);

/** Is what the noun names (singular) a person? Null where the word alone does not tell. */
export function isPerson(noun: string): boolean | null {
  if (BODIES.has(noun)) return true;
  if (THINGS.has(noun)) return false;
  if (PEOPLE.has(noun)) return true;
  const last = noun.includes("-") ? noun.slice(noun.lastIndexOf("-") + 1) : noun;
  if (last !== noun) return isPerson(last);
  if (/(?:man|woman|person|people|folk|child)$/.test(noun)) return true;
  if (/(?:tion|sion|ment|ness|ship|ery|ory|ism|ture|logy|graphy|phone|ware)$/.test(noun)) return false;
  if (/(?:ist|eer|ian|ster|ee|goer|worker|keeper|holder)$/.test(noun) && noun.length > 4) return true;
  return /(?:[^aeiou]er|ator|itor|essor|utor|ant|old)$/.test(noun) && noun.length > 4 ? true : null;
}

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  (
    "men man|women woman|children child|people person|persons person|feet foot|teeth tooth|mice mouse|geese goose|lives life|wives wife|knives knife|wolves wolf|" +
    "halves half|loaves loaf|leaves leaf|thieves thief|shelves shelf|calves calf|police police|arms arms|works works|goods goods|news news|headquarters headquarters|" +
    "barracks barracks|forces forces|casualties casualties|series series|species species|aircraft aircraft|personnel personnel|crises crisis|analyses analysis|" +
    "bases base|houses house|horses horse|nurses nurse|buses bus|viruses virus|gases gas|lorries lorry|movies movie|cookies cookie|ties tie|pies pie|" +
    "servicemen serviceman|policemen policeman|fishermen fisherman|gunmen gunman|firemen fireman|passers-by passer-by|cattle cattle|sheep sheep|craft craft|" +
    "shoes shoe|canoes canoe|axes axe|cases case|phases phase|purposes purpose|responses response|licences licence|causes cause|clauses clause|universes universe|" +
    "heroes hero|echoes echo|mosquitoes mosquito|tomatoes tomato|potatoes potato|torpedoes torpedo|tornadoes tornado|volcanoes volcano|vetoes veto|embargoes embargo|" +
    "data data|media media|criteria criterion|phenomena phenomenon|bacteria bacteria|means means|dice die|oxen ox|" +
    "sorties sortie|calories calorie|zombies zombie|rookies rookie|prairies prairie|collies collie|hippies hippie|junkies junkie|groupies groupie|budgies budgie|bookies bookie|selfies selfie|" +
    "caches cache|headaches headache|avalanches avalanche|niches niche|creches creche|campuses campus|bonuses bonus|statuses status|censuses census|circuses circus|choruses chorus|octopuses octopus|" +
    "cacti cactus|fungi fungus|alumni alumnus|strata stratum|quizzes quiz|waltzes waltz|blitzes blitz|buffaloes buffalo|mangoes mango|cargoes cargo|indices index|appendices appendix|" +
    "oases oasis|theses thesis|hypotheses hypothesis|diagnoses diagnosis|hooves hoof|scarves scarf|sheaves sheaf|wharves wharf|dwarves dwarf|elves elf|cash cash|gas gas|bus bus|lens lens|aides aide"
  )
    .split("|")
    .map((pair) => pair.split(" ") as [string, string]),
);

/** A noun's base form: `missiles` → `missile`, `people` → `person`. */
export function singular(word: string): string {
  const known = IRREGULAR.get(word);
  if (known !== undefined) return known;
  if (word.endsWith("children")) return word.slice(0, -3);
  if (word.endsWith("people")) return `${word.slice(0, -6)}person`;
  if (word.endsWith("men") && word.length > 5 && !/(?:specimen|abdomen|regimen|acumen)$/.test(word))
    return `${word.slice(0, -3)}man`;
  if (
    /(?:ss|us|is|politics|physics|athletics|logistics|economics|statistics|mathematics|ethics|gymnastics|electronics|ceramics)$/.test(
      word,
    ) ||
    word.length < 4
  )
    return word;
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|zz|ss)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") ? word.slice(0, -1) : word;
}
