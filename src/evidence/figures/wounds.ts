/** Verbs and prepositions by which people have a wound. */
const HAVE =
  /^(?:suffer|suffers|suffered|suffering|sustain|sustains|sustained|sustaining|receive|received|receiving|nurse|nursed|nursing|escaped|treated|with|from|had|have|has|having|got|lost|lose|loses|losing)$/;
/** Harm to the body, as the head of what people have. */
const WOUNDS =
  /^(?:injury|injuries|wound|wounds|burns?|scalds|fractures?|concussion|bruises|bruising|cuts|lacerations|grazes|sprains?|whiplash|amputations|haemorrhages|inhalation|shrapnel|splinters|frostbite|hypothermia|shock|smoke|asphyxia|poisoning)$/;
/** Parts of the body: a wound where broken, lost or in trouble. */
const PARTS =
  /^(?:bones?|legs?|arms?|limbs?|ribs?|skulls?|ankles?|wrists?|hips?|noses?|jaws?|necks?|backs?|pelvis|eyes?|hands?|fingers?|foot|feet)$/;
const BROKEN = /^(?:broken|fractured|crushed|severed|shattered|burnt|burned|cracked|mangled)$/;

type Words = readonly { readonly lower: string }[];

/** "suffering broken bones", "with gunshot wounds", "left with breathing trouble": where the words that say so end. */
export function woundAt(words: Words, i: number): number | null {
  if (!HAVE.test(words[i]?.lower ?? "")) return null;
  const lost = /^los(?:t|e|es|ing)$/.test(words[i]?.lower ?? "");
  let broken = lost;
  for (let k = i + 1; k < i + 6; k += 1) {
    const word = words[k]?.lower ?? ".";
    if (/^(?:[.,;:()]|who|that|to|by|when|while|as)$/.test(word)) return null;
    if (!lost && WOUNDS.test(word)) return k + 1;
    if (lost && /^(?:sight|hearing|eye|toes?)$/.test(word)) return k + 1;
    broken ||= BROKEN.test(word);
    if (broken && PARTS.test(word)) return k + 1;
    if (
      word === "breathing" &&
      /^(?:trouble|troubles|difficulties|difficulty|problems)$/.test(words[k + 1]?.lower ?? "")
    )
      return k + 2;
  }
  return null;
}
