/** Frequent words that say nothing about what a sentence is about. */
const EMPTY = new Set(
  (
    "the a an and or but of in on at to for from by with as is are was were be been being has have had it its that this these those he she they his her their them him we our us i you your my me " +
    "said says say saying told tell tells not no will would could should may might must can which who whom whose what how why when where there here also after before over under more most than about into onto out up down off then so if " +
    "according reported report reports new now only other some any all both each every such same very much many few just still even yet again while since because although though however during until against between through without within " +
    "do does did done been one two first last next own too like get got go going come came make made take took put two three four five six seven eight nine ten mr mrs ms dr " +
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow week day year month hour morning evening night afternoon"
  ).split(" "),
);

/** Words that mean much the same in news; the second stands for the first. */
const SAME: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "died:kill dead:kill dies:kill deaths:kill death:kill killed:kill kills:kill killing:kill perished:kill bodies:kill fatalities:kill fatal:kill victims:kill toll:kill " +
    "wounded:injur hurt:injur injuries:injur injured:injur blaze:fire flames:fire burnt:fire burning:fire burned:fire houses:home homes:home house:home " +
    "closed:clos shut:clos closure:clos close:clos closes:clos reopen:open opened:open opens:open arrested:arrest detained:arrest held:arrest custody:arrest " +
    "quake:earthquak tremor:earthquak shock:earthquak flooded:flood flooding:flood floods:flood lorry:truck lorries:truck soldiers:troop fighters:troop militia:troop " +
    "children:child kids:child pupils:child women:woman men:man employees:worker staff:worker workers:worker jobs:job posts:job " +
    "pledged:promis promised:promis promises:promis pledge:promis sick:ill illness:ill evacuated:evacuat evacuation:evacuat ferry:ship vessel:ship boat:ship strike:strik stoppage:strik"
  )
    .split(" ")
    .map((pair) => pair.split(":") as [string, string]),
);

const NUMBERS: Readonly<Record<string, string>> = Object.fromEntries(
  "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
    .split(" ")
    .map((word, i) => [word, String(i + 11)]),
);

/** FNV-1a over the UTF-16 units of a word, 32 bits. */
export function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Takes the commonest endings off, so that "attacked" and "attacks" meet. */
export function stem(word: string): string {
  const same = SAME[word];
  if (same !== undefined) return same;
  const cut = word.length > 7 ? word.replace(/(?:ations?|ments?|ings?)$/, "") : word;
  const bare =
    cut.length > 5 ? cut.replace(/(?:ing|ies|ied|ed|es|s|y)$/, "") : cut.length > 3 ? cut.replace(/s$/, "") : cut;
  return bare.replace(/e$/, "");
}

/** The telling words of a text in order, each as printed and as a stem; numbers are their digits. */
export function* tellingWords(text: string): Generator<readonly [word: string, stem: string]> {
  for (const match of text.matchAll(/[\p{L}\p{M}]+|\p{Nd}+(?:[.,]\p{Nd}+)*/gu)) {
    const word = match[0].toLowerCase();
    const first = word.charCodeAt(0);
    if (first >= 48 && first <= 57) yield [match[0], `#${word.replaceAll(",", "")}`];
    else if (NUMBERS[word] !== undefined) yield [match[0], `#${NUMBERS[word]}`];
    else if (word.length > 2 && !EMPTY.has(word)) yield [match[0], stem(word)];
  }
}

/** Hashes of the stems of a text's telling words. */
export function contentStems(text: string): Set<number> {
  const stems = new Set<number>();
  for (const [, stemmed] of tellingWords(text)) stems.add(hashOf(stemmed));
  return stems;
}
