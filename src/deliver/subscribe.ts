import type { Lang } from "../model/language.ts";
import { SECTIONS } from "../model/statement.ts";
import { FREQUENCIES, TOPICS, type Subscriber, type Wishes } from "../model/subscriber.ts";
import { msOf, type Instant } from "../model/time.ts";
import type { FieldProblem, TypedWishes } from "../model/typed-wishes.ts";
import { receiverOf } from "./webhook/address.ts";

/** What can be chosen from. */
export interface WishChoices {
  readonly languages: readonly Lang[];
  /** Names of areas in the office's first language. */
  readonly areas: readonly string[];
}

/**
 * Wishes out of what was typed, or what is wrong with it. Whoever wants urgent notices alone gets those of every
 * section: they have no topic of their own.
 */
export function checkWishes(
  typed: TypedWishes,
  { languages, areas }: WishChoices,
): { readonly wishes: Wishes } | { readonly problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const choice = (field: FieldProblem["field"], right: boolean): void => {
    if (!right) problems.push({ field, code: "choice" });
  };
  const frequency = FREQUENCIES.find((one) => one === typed.frequency);
  const daily = frequency === "daily";
  const topics = frequency === "urgent" ? SECTIONS : TOPICS.filter((one) => typed.topics.includes(one));
  choice("lang", languages.includes(typed.lang));
  choice("area", typed.area === "" || areas.includes(typed.area));
  choice("frequency", frequency !== undefined);
  choice("hour", !daily || /^(\d|1\d|2[0-3])$/.test(typed.hour));
  if (topics.length === 0) problems.push({ field: "topics", code: "topics" });
  if (problems.length > 0 || frequency === undefined) return { problems };
  const hour = daily ? Number(typed.hour) : 0;
  return { wishes: { lang: typed.lang, topics, area: typed.area, frequency, hour } };
}

/**
 * Between two mails to somebody who has not confirmed. The time of the last one is kept with the subscriber, so a
 * restart does not open the door.
 */
const MAIL_APART_MS = 15 * 60_000;

/**
 * What to do about somebody who asks to subscribe. add: not known until now, is kept as pending and asked to confirm.
 * ask-again: the new wishes count, and the mail goes out once more. wait: asked a moment ago; the new wishes count, the
 * mail is on its way. known: subscribed already; nothing changes, and the mail says where to change it.
 */
export type SignUpStep = "add" | "ask-again" | "wait" | "known";

/** Decides on a sign-up that no limit refused. `known`: who has this address. */
export function signUpStep(known: Pick<Subscriber, "status" | "since"> | null, now: Instant): SignUpStep {
  if (known === null) return "add";
  if (known.status === "active") return "known";
  return msOf(now) - msOf(known.since) < MAIL_APART_MS ? "wait" : "ask-again";
}

/**
 * An address as its page shows it, for whoever got a forwarded mail: the first letter of the name, and the domain.
 * Of a receiver its host; of other addresses nothing.
 */
export function maskedAddress({ channel }: Pick<Subscriber, "channel">, address: string): string {
  if (channel === "webhook") return URL.parse(receiverOf(address))?.host ?? "";
  const at = address.lastIndexOf("@");
  if (channel !== "email" || at < 1) return "";
  return `${String.fromCodePoint(address.codePointAt(0) ?? 0)}…${address.slice(at)}`;
}
