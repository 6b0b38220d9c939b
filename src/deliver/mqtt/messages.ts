import type { Lang } from "../../model/language.ts";
import { SECTIONS, type Section } from "../../model/statement.ts";
import { msOf, type Instant } from "../../model/time.ts";
import type { Letter } from "../letter.ts";
import { eventType, letterJson } from "../letter-json.ts";
import { topicsOf } from "./topics.ts";

export interface MqttMessage {
  readonly topic: string;
  /** Empty: nothing is retained there any more. */
  readonly payload: string;
  readonly retain: boolean;
  /** Seconds until the broker forgets it (MQTT 5.0 §3.3.2.3.3); null: never. */
  readonly expiry: number | null;
}

/** The public state of the record, as retained messages show it. */
export interface PublicState {
  /** The latest edition in words of these sections and, where it is not empty, this area; null before the first. */
  readonly edition: (lang: Lang, sections: readonly Section[], area: string) => Letter | null;
  /** Every area that any statement spoke of. */
  readonly areas: () => readonly string[];
}

/**
 * What a letter makes known on a broker. Editions and corrections bring the whole state anew, so that nobody who comes
 * later reads what was corrected since.
 */
export function messagesOf(
  letter: Letter,
  lang: Lang,
  prefix: string,
  state: PublicState,
  now: Instant,
): readonly MqttMessage[] {
  const topics = topicsOf(prefix, lang);
  const retained = (topic: string, said: Letter | null): MqttMessage => ({
    topic,
    payload: said === null || said.parts.length === 0 ? "" : payloadOf(said),
    retain: true,
    expiry: null,
  });
  if (letter.kind === "notice") {
    const left = letter.expires === null ? 0 : Math.floor((msOf(letter.expires) - msOf(now)) / 1000);
    const payload = payloadOf(letter);
    return [
      { topic: topics.standing(letter.thread), payload: left > 0 ? payload : "", retain: true, expiry: left || null },
      { topic: topics.notice(), payload, retain: false, expiry: null },
    ];
  }
  const own = letter.kind === "correction" || letter.kind === "withdrawal";
  return [
    retained(topics.edition(), state.edition(lang, SECTIONS, "")),
    ...SECTIONS.map((one) => retained(topics.section(one), state.edition(lang, [one], ""))),
    ...state.areas().map((area) => retained(topics.area(area), state.edition(lang, SECTIONS, area))),
    ...(own ? [retained(topics.correction(), letter)] : []),
  ];
}

function payloadOf(letter: Letter): string {
  return JSON.stringify({ type: eventType(letter), timestamp: letter.at, data: letterJson(letter) });
}
