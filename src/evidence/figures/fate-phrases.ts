import { woundAt } from "./wounds.ts";

/**
 * Phrases of more than one word, the first being a verb, a participle, an adjective or a preposition; `*` stands for up
 * to three words, `/` parts words that may stand in one place.
 */
const PHRASES: Readonly<Record<string, string>> = {
  killed:
    "shot dead|shot/burned/burnt/crushed/stabbed/beaten/starved/froze/frozen/bled/hacked/trampled/bludgeoned/tortured/put/kicked/stoned/knifed/clubbed/blown/battered/speared/gored/mauled/choked/scalded/starve/freeze/bleed/burn/choke/crushed to death|" +
    "gunned/mown/mowed/cut/struck down|swept/fell/fall/falling/plunged/plunge/plunging/jumped/leapt/tumbled to * death/deaths|buried/burned/burnt alive|lost/lose/losing/loses/laid/gave/sacrificed/paid * life/lives|" +
    "lost at sea with all hands|found/pronounced/recovered/left/declared/certified/discovered dead|found/discovered * dead|cut/blown to pieces|met/meet * death/deaths/end|fell/dropped dead|not/never/didn't/hadn't/haven't survive/survived/live/lived/pulled/recover/recovered|not/never/didn't make/made it|never came/come/saw/made home/again|breathed * last|beyond help|been/were/was/are laid/put to rest|" +
    "burnt/burned to * death|wiped out|picked off|passed/passes away|pass away|fatally/mortally shot/wounded/injured/stabbed/struck/hurt/burned|among * dead/killed/fatalities|took/taken/taking * own life/lives|shot/stabbed/beaten and killed|" +
    "gave * lives|went down with * ship|killed in action|did not make it|no longer alive|laid to rest|put to the sword|put before * firing squad|sent/went to * gallows/scaffold|fell/fallen/fall victim to|bled/bleed out|cut short",
  injured:
    "needed/need/needing/required/require/requiring/received/receiving/receive/given/getting/undergoing treatment|needed/needing/need/required/requiring/require/received/receiving/given/undergoing * medical|needed/needing/required/requiring/given * treatment|inhaled smoke/shrapnel/fumes/gas|overcome by * smoke/fumes/gas/heat|needed/needing/need/required/given/getting * stitches/surgery/aid/operations/oxygen/amputation|struck by lightning|cut/stung/bitten/gored/clawed by|on life support|" +
    "shot/stabbed/beaten and wounded/injured/hurt|badly/severely/seriously/slightly/lightly burned/burnt/hurt/bruised/shocked|in intensive care|in * critical/serious/grave/stable/life-threatening condition/state|in a bad way|" +
    "knocked down/unconscious|run over|lost/had * limbs/limb/leg/legs/arm/arms/hand/foot amputated|hit by shrapnel/glass/debris/bullets/splinters/fragments|beaten/roughed up|among * injured/wounded/hurt|fighting for * life/lives|" +
    "critically/seriously ill|wounded in action|broke/broken * leg/arm/legs/arms/bones|lost * limbs/limb/leg/legs/arm/hand",
  missing:
    "not been found/accounted/traced/seen/heard/located/recovered|not * been found/accounted/traced/seen/located|yet to be found/accounted/traced/located/recovered|unaccounted for|still being sought|still being looked/searched/hunted for|still/yet to * found|" +
    "went/gone/go/going/goes missing|not accounted for|still lost|lost at sea|nowhere to be found|reported/feared/presumed/believed/listed/thought/given/posted lost|listed/given up as lost|swept/washed away/overboard|swept out to sea|washed/swept into the sea|" +
    "failed to return|not returned|did not return|never returned|never been found/seen|never found|among * missing|feared buried|lost without trace|without a trace|not/never seen/heard again/since|never seen/heard of/from again|not heard from since|whereabouts * unknown|missing in action|gone/vanished/disappeared without * trace|gone/went/going missing|could not be found/reached/accounted/located|remains/remain unknown",
  captured:
    "taken/took/take/taking/made/held prisoner/captive/prisoners|surrendered/surrender/surrendering to|gave/given/give themselves up|laid/lay/laying down * arms|gave/given/give up * arms/weapons|became/become prisoners|in enemy/rebel/hostile/army/government hands|surrendered with|fell into * hands|among * captured|prisoners of war|prisoner of war",
  kidnapped:
    "taken/held/took/hold/holding/take/taking/kept hostage/hostages|in * hands of|taken/seized/snatched/held/led at gunpoint/knifepoint|in captivity|held captive by|held/seized/taken for ransom|seized/taken as hostages|carried/dragged/marched/spirited/led/bundled/taken off/away by|carried/dragged/taken off/away to/into|bundled into|taken/held against * will|dragged from * homes/home/bus|being held by|marched/dragged/herded/led/driven/forced into * forest/forests/jungle/bush/hills/mountains|among * hostages/kidnapped/abducted",
  hospitalised:
    "in/at hospital/hospitals|in/at a/the/local/two/three/several/nearby hospital/hospitals|in/at * hospital/hospitals|taken ill to hospital|needed/need/required/requiring/sought/seeking/left hospital|needed/required/requiring/needing/need * hospital|kept/remained/remain/remains/stayed/recovering/still in hospital|" +
    "checked into/in * hospital|ended/ending/finished/landed/wound up in hospital|admitted to/for/with|medevaced/medevacked to|needed/needing/need/required/requiring/received/receiving/given/sought hospital treatment|hospital treatment|treated in/at hospital/hospitals|treated in/at a/the/local hospital|kept/held overnight|kept/held in overnight/for|on a ventilator|on ventilators|among * hospitalised/hospitalized",
  displaced:
    "fled/flee/fleeing/abandoned/abandoning/leave/left/leaving * homes/home/village/villages/houses|fled/flee/fleeing * fighting/shelling/bombing/violence/bombardment/advance/war|fled/flee/fleeing abroad/across/over/into/north/south/east/west/for/towards/toward|lost/losing/lose * homes/home/houses|made/left/rendered/become/became/now homeless|" +
    "driven/forced/chased/turned/thrown/bombed/burned/flooded/shelled from * home/homes/houses/land/village/villages|driven/forced/chased/turned/thrown/bombed/burned/flooded out of * home/homes/houses/village/villages|driven/forced/chased/bombed/flooded/burned/burnt/shelled out|live/lives/lived/living/sleep/slept/camp in * tents/camps/ruins|forced/had/obliged/compelled to flee|without a roof|" +
    "without * homes/shelter/roof|on the move|under canvas|become/became/now/are/were refugees|spent/spend/spending * night/nights/week/weeks in schools/school/tents/camps/churches/shelters|living/camped * in * open/tents|sought/seeking/seek/taken/took/taking/found refuge/asylum/sanctuary|sheltering/sheltered/living/camping/camped/sleeping in/under/at * schools/school/camps/camp/tents/canvas/tarpaulins/church/churches/mosques/stadium/gym/gymnasium|unable to return|among * displaced/homeless",
  evacuated:
    "had/have/has/forced/ordered/told/asked/advised/urged/instructed/warned to leave/evacuate|ordered out|told/ordered/asked to go|been/were got out|moved/moving/move/led/brought/taken/flown/airlifted/bussed/bused/ferried/lifted/shipped/helped/carried out|ordered from * homes|" +
    "led/brought/taken/moved/carried/helped/airlifted/guided/escorted/rushed/ferried/winched to safety|taken/moved/bussed/bused/brought to * shelters/shelter/centres/centers|cleared/moved/evacuated from|have/had/has to be moved|under evacuation|under * evacuation order/orders|moved to higher ground|brought/taken/moved/flown/lifted/ferried/airlifted/bussed/bused off/ashore|brought/taken/moved/flown/lifted/ferried/airlifted/bussed/bused out/away of/from|among * evacuated/evacuees",
  casualties: "among * casualties/victims|killed or wounded|killed or injured",
};
type Phrase = readonly [words: readonly string[], fate: string];
const BY_FIRST: ReadonlyMap<string, readonly Phrase[]> = byFirst();

function byFirst(): ReadonlyMap<string, readonly Phrase[]> {
  const map = new Map<string, Phrase[]>();
  for (const [fate, phrases] of Object.entries(PHRASES))
    for (const phrase of phrases.split("|"))
      for (const words of spelled(phrase.split(" "))) {
        const first = words[0] as string;
        map.set(first, [...(map.get(first) ?? []), [words, fate]]);
      }
  for (const list of map.values()) list.sort((a, b) => weight(b[0]) - weight(a[0]));
  return map;
}

/** Longer phrases count first; of two as long, the one with fewer gaps. */
function weight(words: readonly string[]): number {
  return words.length * 2 - words.filter((word) => word === "*").length;
}

/** All phrases that words with alternatives stand for. */
function spelled(words: readonly string[]): readonly (readonly string[])[] {
  return words.reduce<readonly (readonly string[])[]>(
    (all, word) => all.flatMap((done) => word.split("/").map((one) => [...done, one])),
    [[]],
  );
}

/** People brought somewhere: "taken to a hospital in Elm", "rushed to safety". */
const BROUGHT =
  /^(?:taken|brought|rushed|carried|flown|sent|transferred|transported|airlifted|admitted|moved|driven|helicoptered|ferried|referred|took|flew|rushing|taking|sending|putting|put|delivered|removed|evacuated|conveyed|confined|medevaced|medevacked|stretchered|whisked|bussed|bused)$/;
const PLACES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    hospitalised:
      "hospital hospitals treatment clinic clinics infirmary hospital's infirmaries ward wards icu emergency a&e",
    evacuated: "safety shelter shelters",
    captured: "captivity",
  }).flatMap(([fate, words]) => words.split(" ").map((word) => [word, fate] as const)),
);

type Words = readonly { readonly lower: string }[];

/** A phrase that says what befell people and begins at word `i`. */
export function fatePhraseAt(words: Words, i: number): { readonly fate: string; readonly to: number } | null {
  const first = words[i]?.lower ?? "";
  for (const [phrase, fate] of BY_FIRST.get(first) ?? []) {
    const to = matched(words, i, phrase);
    if (to !== null) return { fate, to };
  }
  const wound = woundAt(words, i);
  if (wound !== null) return { fate: "injured", to: wound };
  if (!BROUGHT.test(first)) return null;
  for (let k = i + 1; k < i + 9; k += 1) {
    const word = words[k]?.lower ?? "";
    const fate = PLACES.get(word);
    if (fate !== undefined) return { fate, to: k + 1 };
    if (/^[.,;:]$/.test(word)) return null;
  }
  return null;
}

function matched(words: Words, i: number, phrase: readonly string[]): number | null {
  let at = i;
  for (let p = 0; p < phrase.length; p += 1) {
    const wanted = phrase[p] as string;
    if (wanted !== "*") {
      if (words[at]?.lower !== wanted) return null;
      at += 1;
      continue;
    }
    const after = phrase[p + 1];
    let skipped = 0;
    while (skipped <= 3 && words[at]?.lower !== after) {
      if (/^[.,;:]$/.test(words[at]?.lower ?? ".")) return null;
      at += 1;
      skipped += 1;
    }
    if (skipped > 3) return null;
  }
  return at;
}
