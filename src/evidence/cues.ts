import { CUE_FORMS } from "./cue-forms.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export function isCueForm(lower: string): boolean {
  return CUE_FORMS.has(lower);
}

/** Forms that are far more often nouns; as verbs they need a clear subject. */
export const OFTEN_NOUNS = set(
  "state states report reports claim claims charge charges note notes remark remarks post posts answer answers order orders plan plans project projects estimate estimates " +
    "promise promises threat demand demands request requests offer offers support back attack attacks view views hope hopes fear fears worry doubt doubts wish study " +
    "tweet tweets agree signal signals show shows blast mock quote quotes counter object objects figure figures forecast forecasts stress reason reasons back backs address voice voices detail details " +
    "rule rules feel guess read reads like call calls blame brand brands praise protest protests trust favor favour joke jokes cry cries label labels caution outline echo love hate want wants guess plead suspect suspects answer record post hint hints dream dreams",
);

/** One spoken to, for whom `said to reporters` and `told the paper` have no full name phrase. */
export const ADDRESSEE_PRONOUNS = set(
  "me him her us them you it reporters lawmakers voters supporters viewers journalists everyone people fans",
);

/** Ways to begin a clause as content. */
export const COMPLEMENTIZERS = set("that whether how why what who if where when");
