import { accountAttributions } from "./attribution-account.ts";
import { adjectiveAttributions } from "./attribution-adjective.ts";
import { citingAttributions } from "./attribution-citing.ts";
import { cleftAttributions } from "./attribution-cleft.ts";
import { copulaAttributions } from "./attribution-copula.ts";
import { labelAttributions } from "./attribution-label.ts";
import { mastheadAttributions } from "./attribution-masthead.ts";
import { nounAttributions } from "./attribution-noun.ts";
import { phraseAttributions } from "./attribution-phrase.ts";
import { silenceAttributions } from "./attribution-silence.ts";
import { relayedAttributions } from "./attribution-relayed.ts";
import { soAttributions } from "./attribution-so.ts";
import { quotedAttributions } from "./attribution-quoted.ts";
import { unattributed } from "./attribution-unattributed.ts";
import { verbAttributions } from "./attribution-verb.ts";
import { parentsOf, placesOf } from "./carrier.ts";
import type { Found } from "./found.ts";
import type { Relay } from "./carrier-relay.ts";
import type { Papers } from "./paper.ts";
import type { Reading } from "../language/sentences.ts";
import { clipInside, cutAtNext, dropDuplicates, dropEchoes, inOrder } from "./settle.ts";

/** Runs every rule over a text and settles what they found: in order of the text, no cue twice. */
export function findAttributions(
  reading: Reading,
  papers: Papers,
  relaysIn: (sentence: number) => readonly Relay[],
): Found[] {
  const found: Found[] = [];
  labelAttributions(reading, found);
  for (let s = 0; s < reading.sentences.length; s += 1) {
    const ofSentence: Found[] = [];
    silenceAttributions(reading, s, ofSentence);
    mastheadAttributions(reading, s, papers, ofSentence);
    phraseAttributions(reading, s, ofSentence);
    nounAttributions(reading, s, ofSentence);
    copulaAttributions(reading, s, ofSentence);
    adjectiveAttributions(reading, s, ofSentence);
    verbAttributions(reading, s, ofSentence);
    accountAttributions(reading, s, ofSentence);
    citingAttributions(reading, s, ofSentence);
    cutAtNext(reading, ofSentence);
    clipInside(reading, ofSentence);
    soAttributions(reading, s, ofSentence);
    cleftAttributions(reading, s, ofSentence);
    quotedAttributions(reading, s, ofSentence);
    found.push(...ofSentence);
  }
  const settled = dropDuplicates(found);
  const told = dropEchoes(reading, settled, parentsOf(placesOf(reading, settled)), papers);
  return inOrder(reading, [...told, ...relayedAttributions(reading, told, relaysIn), ...unattributed(reading, told)]);
}
