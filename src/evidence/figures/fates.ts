const table = (lines: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(lines).flatMap(([fate, words]) => words.split(" ").map((word) => [word, fate] as const)));

/** Forms that stand for themselves in the lists of verbs. */
const IRREGULAR =
  /^(?:slew|slain|hurting|hanged|kidnaped|waylaid|relocated|resettled|rehoused|shot|burnt|bitten|bit|beaten|stung|blinded|blinding|dying)$/;

/** Adjectives and nouns that say what befell people, as `counts` names it. */
export const FATES: ReadonlyMap<string, string> = table({
  killed:
    "dead killed slain murdered deaths death fatalities fatality killings killing murders murder homicides homicide bodies corpses corpse cadavers kia massacred martyred martyrs drownings drowned executions beheadings " +
    "assassinations suicides manslaughters lynchings slayings deceased lifeless perished executed assassinated beheaded slaughtered fatally mortally",
  injured:
    "injured wounded hurt injuries injury wia maimed lightly-wounded seriously-injured concussed scalded woundings stabbings burned burnt beaten",
  missing: "missing mia unaccounted disappearances vanished disappeared",
  captured: "captured pows pow captives",
  kidnapped: "kidnapped abducted abductions kidnappings kidnapping abduction hostages hostage kidnaps abductees",
  hospitalised: "hospitalised hospitalized hospitalisations hospitalizations inpatients",
  displaced: "displaced idps homeless uprooted",
  evacuated: "evacuated evacuations evacuees evacuee",
  casualties: "casualties casualty",
});

/** Fates that befall things too: they count people only where people are named, or nothing is. */
export const OF_THINGS_TOO: ReadonlySet<string> = new Set(["missing", "captured", "evacuated", "displaced"]);

/**
 * Verbs that do something to people, by base form: what the object, or the subject of the passive, has suffered. A star
 * stands where the last letter is doubled; irregular forms are written out.
 */
export const DONE: ReadonlyMap<string, string> = verbs({
  killed:
    "kill slay slew slain murder massacre execute assassinate behead decapitate slaughter butcher lynch electrocute strangle garrotte smother hanged asphyxiate martyr incinerate " +
    "exterminate guillotine crucify immolate",
  injured:
    "injure wound harm hurt hurting maim scald concuss lacerate mutilate stab* disfigure cripple blinded blinding bruise gore maul trample graze treat",
  captured: "capture",
  kidnapped: "kidnap* kidnaped abduct waylay waylaid",
  hospitalised: "hospitalise hospitalize",
  displaced: "displace uproot dispossess",
  evacuated: "evacuate relocated resettled rehoused",
});

/** Verbs of that kind that befall things and beasts as well: where persons are named only. */
export const WEAK: ReadonlyMap<string, string> = verbs({
  killed: "eliminate neutralise neutralize liquidate annihilate drown suffocate gas*",
  injured: "shoot shot burn burnt bite bitten bit beaten bandage poison slash sting stung gash",
  kidnapped: "seize snatch",
});

/** Verbs that people do, and that count them. */
export const SUFFERED: ReadonlyMap<string, string> = verbs({
  killed: "die dying perish drown succumb suffocate",
  missing: "disappear vanish",
  captured: "surrender",
});

function verbs(lines: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const [fate, bases] of Object.entries(lines))
    for (const base of bases.split(" ")) for (const form of formsOf(base)) map.set(form, fate);
  return map;
}

/** Forms of an English verb by its base form: `stab*` → stab, stabs, stabbed, stabbing. */
function formsOf(base: string): readonly string[] {
  if (base.endsWith("*")) {
    const stem = base.slice(0, -1);
    const double = stem + stem.slice(-1);
    return [stem, `${stem}s`, `${double}ed`, `${double}ing`, ...(stem.endsWith("s") ? [`${double}es`] : [])];
  }
  if (IRREGULAR.test(base)) return [base];
  if (base.endsWith("e")) return [base, `${base}s`, `${base}d`, `${base.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(base)) return [base, `${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`, `${base}ing`];
  return [base, `${base}${/(?:sh|ch|ss|x)$/.test(base) ? "es" : "s"}`, `${base}ed`, `${base}ing`];
}
