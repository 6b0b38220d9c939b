import { TOPICS, type Topic } from "../model/subscriber.ts";

/** Topics as bits, so that a database can tell which two have in common: the first of TOPICS is 1. */
export function topicBits(topics: readonly Topic[]): number {
  return topics.reduce((bits, topic) => bits | (1 << TOPICS.indexOf(topic)), 0);
}

/** In the order of TOPICS. */
export function topicsOf(bits: number): readonly Topic[] {
  return TOPICS.filter((_, i) => (bits & (1 << i)) !== 0);
}
