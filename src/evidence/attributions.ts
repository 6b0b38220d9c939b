import { labelAttributions } from "./attribution-label.ts";
import { phraseAttributions } from "./attribution-phrase.ts";
import { silenceAttributions } from "./attribution-silence.ts";
import { quotedAttributions } from "./attribution-quoted.ts";
import { verbAttributions } from "./attribution-verb.ts";
import type { Found } from "./found.ts";
import type { Reading } from "../language/sentences.ts";
import { cutAtNext, dropDuplicates } from "./settle.ts";

/** Runs every rule over a text and settles what they found: in order of the text, no cue twice. */
export function findAttributions(reading: Reading): Found[] {
  const found: Found[] = [];
  labelAttributions(reading, found);
  for (let s = 0; s < reading.sentences.length; s += 1) {
    const ofSentence: Found[] = [];
    silenceAttributions(reading, s, ofSentence);
    phraseAttributions(reading, s, ofSentence);
    verbAttributions(reading, s, ofSentence);
    cutAtNext(reading, ofSentence);
    quotedAttributions(reading, s, ofSentence);
    found.push(...ofSentence);
  }
  return dropDuplicates(found);
}
