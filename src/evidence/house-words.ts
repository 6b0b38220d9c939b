import { LEADING } from "./source-words.ts";

/** Sorts of institution that are not one another. "body": an office, agency or service, which may be of any. */
export type House =
  | "police"
  | "ministry"
  | "state"
  | "town"
  | "army"
  | "hospital"
  | "court"
  | "parliament"
  | "school"
  | "company"
  | "union"
  | "party"
  | "fund"
  | "church"
  | "guard"
  | "body";

const WORDS: Readonly<Record<House, string>> = {
  police:
    "police policing constabulary gendarmerie detective inspector superintendent sheriff constable policeman policewoman",
  ministry: "ministry ministries minister ministers ministerial",
  state:
    "prefect prefecture presidential governmental government governments cabinet president presidency premier chancellor chancellery envoy ambassador embassy consulate delegation republic kingdom state governor",
  town: "canton mayoral city town municipality mayor mayoress council councillor councilor county district alderman commune",
  army: "army military forces troops servicemen soldiers brigadier regiment battalion",
  hospital: "hospital hospitals clinic clinics infirmary ward",
  court: "court tribunal judge justice justices",
  parliament: "parliamentary parliament senate congress assembly",
  school: "university college school faculty",
  company:
    "telecom telecoms line lines airways holdings company firm operator corporation utility railway airline carmaker manufacturer maker supplier works waterworks plant factory bank yard brewery refinery smelter mine colliery shipowner insurer insurers owner owners",
  union: "union federation guild chamber association league society club confederation alliance",
  party: "party campaign movement front",
  fund: "foundation fund charity trust",
  church: "church parish diocese bishop archbishop",
  guard: "coastguard",
  body: "station agency service services office bureau department authority authorities commission committee institute institution directorate inspectorate administration board centre center unit team group secretariat headquarters observatory survey network cluster laboratory lab brigade command squadron regulator watchdog organisation organization prosecutors",
};

const HOUSES = new Map<string, House>(
  Object.entries(WORDS).flatMap(([house, words]) => words.split(" ").map((word) => [word, house as House] as const)),
);
/** Before another noun they say whose it is or of what level. */
const SEATS = /^(?:justice|canton|city|town|county|district|state|union|party|front|school)$/;
/** Houses whose noun tells which one it is, as far as there is but one at a place. */
const SITES =
  /^(?:railway|airline|carmaker|shipowner|insurers?|owners?|works|waterworks|plant|factory|bank|yard|brewery|refinery|smelter|mine|colliery|club|church|hospital|clinic|infirmary|embassy|university|college|school)$/;

/** What sort of institution a lower-case word names; null where it names none. `before`: another word of it follows. */
export function kindOfHouse(word: string, before: boolean): House | null {
  if (before && SEATS.test(word)) return null;
  return HOUSES.get(word) ?? null;
}

export const isSite = (word: string): boolean => SITES.test(word);
export const isLeading = (word: string): boolean => LEADING.has(word);

/** The beginning of a word, so that "Ruvia" and "Ruvian", "seismologist" and "seismological" meet. */
export function rootOf(word: string): string {
  const bare = word.replace(/['’]s?$/, "").replace(/[.-]/g, "");
  if (bare.length <= 3) return bare;
  if (/^(?:vets|veterin)/.test(bare)) return "vet";
  const cut = bare
    .replace(/(?:ies|ians?|ia|ese|ish|ers?|ors?|ing|ic|al|y|i)$/, "")
    .replace(/(?<=[^s])s$/, "")
    .replace(/[aeio]n?$/, "");
  return (cut.length < 3 ? bare : cut).slice(0, 6);
}
