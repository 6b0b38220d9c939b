const GENERIC = new Set(
  "the a an of and local newspaper paper website site news agency wire daily weekly online press media group service newswire portal blog channel station network public its own today".split(
    " ",
  ),
);
const PUBLICATIONS =
  /^(?:times|telegraph|post|guardian|journal|herald|tribune|gazette|wire|press|agency|courier|mail|sun|mirror|observer|chronicle|express|standard|independent|compass|radio|tv|television|magazine|star|globe|inquirer|dispatch|bulletin|record|examiner|sentinel|ledger|echo|voice|monitor|register|dealer|leader|argus|advertiser|reporter|messenger|mercury|review|spectator|lantern|lighthouse|beacon|clarion|bugle|freeman|citizen|patriot|banner|flag|dagpost|dagblad|zeitung|pravda|nation|world|today|now|live|line|crier|recorder|enquirer|intelligencer|news|newsroom|reuters|afp|ap|bbc|cnn|tass|interfax|xinhua|bloomberg|politico|axios|npr|unian|ukrinform)$/;
/** A publication without its name: "a trade journal", "local media". */
const NAMELESS =
  /^(?:an?|one|another|the|some|several|local|national|foreign|other)?\s*(?:[\p{Ll}-]+\s+){0,2}(?:newspapers?|journals?|magazines?|broadcasters?|stations?|websites?|blogs?|outlets?|channels?|dail(?:y|ies)|tabloids?|weekl(?:y|ies)|media|papers|press|portals?|podcasts?)$/u;

/** "The Varen Wire" and "Varen Wire" are one. */
export function publicationKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the\s+/, "")
    .replace(/['’]s$/, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

export function isNamelessPublication(text: string): boolean {
  return NAMELESS.test(text.trim()) && !/^\p{Lu}\p{Ll}+ \p{Lu}/u.test(text.trim());
}

/** Does a name look like a publication's, though we have none of its reports? */
export function looksLikePublication(name: string): boolean {
  const words = publicationKey(name).split(" ");
  const last = words.at(-1) ?? "";
  return words.length <= 5 && /^(?:the\s+)?\p{Lu}/u.test(name.trim()) && PUBLICATIONS.test(last) && (words.length > 1 || /^the\s/i.test(name) || /^(?:reuters|afp|bbc|cnn|tass|interfax|xinhua|bloomberg|politico|axios|npr|unian|ukrinform)$/.test(last));
}

export function looksLikeAgency(name: string): boolean {
  return /\b(?:agency|wire|newswire|press|news service|afp|reuters|tass|interfax|xinhua)\b/i.test(name);
}

/** Words that tell one publication from another; all of them where none is special. */
function tellingWords(key: string): string[] {
  const words = key.split(" ");
  const telling = words.filter((word) => !GENERIC.has(word));
  return telling.length > 0 ? telling : words;
}

/** Does `mention` ("the local Plain Dealer", "the Compass", "HA") mean the publication called `name`? */
export function meansPublication(mention: string, name: string): boolean {
  const [a, b] = [publicationKey(mention), publicationKey(name)];
  if (a === "" || b === "") return false;
  if (a === b) return true;
  const bare = mention.trim();
  if (/^\p{Lu}{2,5}$/u.test(bare)) return initialsOf(name) === bare;
  // The name itself begins with a capital, whatever stands before it.
  const capitals = bare.match(/\p{Lu}[\p{L}\p{N}'’-]*|(?<=\s)\d+/gu) ?? [];
  const said = tellingWords(publicationKey(capitals.join(" ")));
  const telling = tellingWords(b);
  if (said.length === 0 || said[0] === "" || !said.every((word) => telling.includes(word))) return false;
  if (said.length === telling.length) return true;
  return said.length > 1 || PUBLICATIONS.test(said[0] as string);
}

function initialsOf(name: string): string {
  return name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word) && !/^(?:The|Of)$/.test(word))
    .map((word) => word.charAt(0))
    .join("");
}
