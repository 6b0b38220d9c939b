/** Closed word classes of English, written for this program. */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const PRONOUNS = set(
  "i you he she it we they this those these one someone somebody everyone everybody anyone nobody others many some most both few several all none neither",
);
export const PERSONAL = set("i he she we they you it who");
export const DETERMINERS = set("the a an another each every any no both either such");
export const POSSESSIVES = set("his her its their my our your whose 's '");
export const PREPOSITIONS = set(
  "of in on at by for from with without within into onto over under about against between among amid during through throughout " +
    "across along around behind below above beyond despite towards toward upon via near outside inside off per like unlike except including regarding concerning versus out up down",
);
export const SUBORDINATORS = set(
  "that because although though while whereas since unless until if whether once lest after before as than so when where but",
);
export const WH = set("who whom which what how why when where whether whoever whatever");
export const AUXILIARIES = set(
  "is are was were be been being am has have had having do does did 've 're 'm isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't he's she's it's they're we're i'm i've they've we've you're he'd she'd they'd",
);
export const MODALS = set(
  "will would shall should can could may might must cannot can't couldn't won't wouldn't shouldn't mustn't they'll he'll she'll it'll we'll i'll",
);
export const NEGATIONS = set("not never n't neither nor");
export const ADVERBS = set(
  "also again then now later earlier already still yet ever never once twice often always sometimes soon only just even further " +
    "meanwhile instead however therefore thus moreover nonetheless nevertheless previously repeatedly publicly today yesterday tomorrow tonight here there too very quite rather ago back " +
    "first last week perhaps maybe indeed since long much almost about nearly flatly simply",
);
export const TIME_NOUNS = set(
  "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december " +
    "today yesterday tomorrow tonight morning afternoon evening night week weekend month year day hour noon midnight weeks months years days mon tue wed thu fri sat sun jan feb mar apr jun jul aug sept oct nov dec jan. feb. aug. sept. oct. nov. dec.",
);
/** Verbs, other than cues, whose past form has no regular ending; and frequent present forms that are no plurals. */
export const IRREGULAR_PAST = set(
  "went came took gave got made ran began became brought bought built caught chose cut drew drove ate fell fought found flew froze grew " +
    "held hit kept knew led left let lost met paid put quit rode rose sat sent set shook shot showed sold sought slept spent spoke stood stole struck " +
    "swept taught threw told understood won wore wrote said saw felt thought meant beat broke heard hurt lay laid sank rang sang withdrew",
);
export const PRESENT = set(
  "has is goes comes takes gives gets makes runs begins becomes brings keeps knows leads leaves lets loses meets puts remains seems appears stands " +
    "includes involves means needs tries wants uses works continues faces holds follows provides shows allows requires serves",
);

/** Nouns that end like participles or adverbs. */
export const NOT_VERBS = set(
  "united hundred sacred naked red bed need speed seed feed indeed wicked rugged limited family july italy ally assembly rally supply reply early only daily weekly monthly friendly likely deadly military bring king thing something nothing anything everything evening morning building meeting hearing briefing spring string wing king ring during according beijing",
);

/** Words that begin a sentence with a capital and are no names. */
export const SENTENCE_STARTERS = set(
  "the a an in on at by for from with as but and or if when while since after before although though because however meanwhile this that these those there " +
    "it he she they we i you his her its their our my some many most several both all no not one two three four five six seven eight nine ten last next earlier later " +
    "according during under over despite among between about against what who why how where which yet so then now also still even only such more less other another each every " +
    "is are was were has have had do does did will would can could may might should let here today yesterday tomorrow first second third finally additionally moreover furthermore instead just to of into like unlike",
);
