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
  return (
    words.length <= 5 &&
    /^(?:the\s+)?\p{Lu}/u.test(name.trim()) &&
    PUBLICATIONS.test(last) &&
    (words.length > 1 ||
      /^the\s/i.test(name) ||
      /^(?:reuters|afp|bbc|cnn|tass|interfax|xinhua|bloomberg|politico|axios|npr|unian|ukrinform)$/.test(last))
  );
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

/** Which of several publications mentions mean; remembers what was asked. */
export interface Publications {
  /** Is any of them meant? */
  readonly known: (mention: string) => boolean;
  /** Does `mention` ("the local Plain Dealer", "the Compass", "HA") mean the publication called `name`? */
  readonly means: (mention: string, name: string) => boolean;
}

interface Mention {
  readonly key: string;
  /** Words that tell it from others, of those that begin with a capital. */
  readonly said: readonly string[];
  /** "HA", where it is no more than that. */
  readonly initials: string | null;
}

interface Name {
  readonly key: string;
  readonly telling: readonly string[];
  readonly initials: string;
}

export function publicationsOf(names: readonly string[]): Publications {
  const mentions = new Map<string, Mention>();
  const read = new Map<string, Name>();
  const answers = new Map<string, boolean>();
  const means = (mention: string, name: string): boolean => {
    let [a, b] = [mentions.get(mention), read.get(name)];
    if (a === undefined) mentions.set(mention, (a = mentionOf(mention)));
    if (b === undefined) read.set(name, (b = nameOf(name)));
    return isMeant(a, b);
  };
  return {
    means,
    known(mention) {
      const known = answers.get(mention) ?? names.some((name) => means(mention, name));
      answers.set(mention, known);
      return known;
    },
  };
}

function mentionOf(mention: string): Mention {
  const bare = mention.trim();
  // The name itself begins with a capital, whatever stands before it.
  const capitals = bare.match(/\p{Lu}[\p{L}\p{N}'’-]*|(?<=\s)\d+/gu) ?? [];
  return {
    key: publicationKey(mention),
    said: tellingWords(publicationKey(capitals.join(" "))),
    initials: /^\p{Lu}{2,5}$/u.test(bare) ? bare : null,
  };
}

function nameOf(name: string): Name {
  const key = publicationKey(name);
  return { key, telling: tellingWords(key), initials: initialsOf(name) };
}

function isMeant({ key, said, initials }: Mention, name: Name): boolean {
  if (key === "" || name.key === "") return false;
  if (key === name.key) return true;
  if (initials !== null) return name.initials === initials;
  if (said.length === 0 || said[0] === "" || !said.every((word) => name.telling.includes(word))) return false;
  return said.length === name.telling.length || said.length > 1 || PUBLICATIONS.test(said[0] as string);
}

function initialsOf(name: string): string {
  return name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word) && !/^(?:The|Of)$/.test(word))
    .map((word) => word.charAt(0))
    .join("");
}
