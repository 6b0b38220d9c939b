/** Phrases of more than one word, the first being a verb, a participle or an adjective; `*` stands for up to three words. */
const PHRASES: Readonly<Record<string, string>> = {
  killed:
    "shot dead|shot to death|gunned down|mown down|burned to death|burnt to death|crushed to death|stabbed to death|beaten to death|starved to death|froze to death|frozen to death|bled to death|" +
    "hacked to death|trampled to death|bludgeoned to death|tortured to death|put to death|swept to * death|buried alive|burned alive|burnt alive|lost * life|lost * lives|lose * life|lose * lives|" +
    "losing * life|losing * lives|lost at sea with all hands|found dead|pronounced dead|recovered dead|left dead|cut to pieces|met * death|met * deaths|fell to * death|fell to * deaths|" +
    "plunged to * death|plunged to * deaths|fell dead|dropped dead|did not survive|didn't survive|burnt to * death",
  injured:
    "needed treatment|needed * medical|needed * treatment|needing treatment|needing * treatment|required treatment|required * treatment|received treatment|receiving treatment|" +
    "suffered * injuries|suffered * injury|suffered * wounds|suffered * burns|suffered * fractures|suffered smoke|suffered from smoke|suffering * injuries|suffering * burns|suffering * wounds|suffering from smoke|" +
    "suffered shrapnel|suffered * concussion|sustained * injuries|sustained * injury|sustained * wounds|sustained * burns|sustaining * injuries|" +
    "shot and wounded|shot and injured|badly burned|badly burnt|severely burned|in intensive care|in critical condition|in a critical condition|in a serious condition|with * injuries|with * wounds|with * burns",
  missing:
    "not been found|not * been found|not been accounted|not been traced|not been seen|not been heard|yet to be found|yet to be accounted|yet to be traced|unaccounted for|still being sought|being sought|" +
    "went missing|gone missing|go missing|going missing|not accounted for|lost at sea|nowhere to be found|reported lost",
  captured:
    "taken prisoner|taken captive|taken prisoners|took prisoner|took captive|held captive|made prisoner|surrendered to|gave themselves up",
  kidnapped: "taken hostage|held hostage|took hostage|held for ransom|seized as hostages",
  hospitalised:
    "in hospital|in hospitals|in the hospital|at a hospital|taken ill to hospital|needed hospital|needed * hospital|required hospital|required * hospital|requiring hospital|sought hospital|kept in hospital|remained in hospital|remain in hospital",
  displaced:
    "fled * homes|fled * home|fled * fighting|fled * village|fled * villages|fled * shelling|fled abroad|flee * homes|fleeing * homes|lost * homes|lost * home|made homeless|left homeless|rendered homeless|become homeless|became homeless|driven from * home|driven from * homes|driven out of * home|driven out of * homes|" +
    "forced from * home|forced from * homes|forced out of * homes|chased from * homes|forced to flee|had to flee|without a roof",
  evacuated:
    "had to leave|have to leave|forced to leave|ordered to leave|told to leave|asked to leave|ordered out|moved out|moving out|led out|ordered from * homes|got out|brought out|taken out|" +
    "led to safety|brought to safety|taken to safety|moved to safety|carried to safety|helped to safety|airlifted to safety|airlifted out|bussed out|taken to shelters|moved to shelters|cleared from",
};
const BY_FIRST: ReadonlyMap<string, readonly (readonly [words: readonly string[], fate: string])[]> = byFirst();

function byFirst(): ReadonlyMap<string, (readonly [readonly string[], string])[]> {
  const map = new Map<string, (readonly [readonly string[], string])[]>();
  for (const [fate, phrases] of Object.entries(PHRASES))
    for (const phrase of phrases.split("|")) {
      const words = phrase.split(" ");
      const first = words[0] as string;
      map.set(first, [...(map.get(first) ?? []), [words, fate]]);
    }
  for (const list of map.values()) list.sort((a, b) => b[0].length - a[0].length);
  return map;
}

/** People brought somewhere: "taken to a hospital in Elm", "rushed to safety". */
const BROUGHT =
  /^(?:taken|brought|rushed|carried|flown|sent|transferred|transported|airlifted|admitted|moved|driven|helicoptered|ferried|referred|took|flew|rushing|taking|sending|putting|put|delivered|removed|evacuated|conveyed|confined)$/;
const PLACES: ReadonlyMap<string, string> = table({
  hospitalised: "hospital hospitals clinic clinics infirmary hospital's",
  evacuated: "safety shelter shelters",
  captured: "captivity",
});

type Words = readonly { readonly lower: string }[];

/** A phrase that says what befell people and begins at word `i`. */
export function fatePhraseAt(words: Words, i: number): { readonly fate: string; readonly to: number } | null {
  const first = words[i]?.lower ?? "";
  for (const [phrase, fate] of BY_FIRST.get(first) ?? []) {
    const to = matched(words, i, phrase);
    if (to !== null) return { fate, to };
  }
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
