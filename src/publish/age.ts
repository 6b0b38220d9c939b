import { ageAt, type Age, type Instant } from "../model/time.ts";
import { html, nothing, type Html } from "./html.ts";
import type { Locale } from "./locale.ts";
import type { MessageKey, Messages } from "./messages.ts";

/** `3 days`, `1 year and 7 months`; empty for less than an hour. */
export function agePhrase(messages: Messages, age: Age): string {
  switch (age.unit) {
    case "now":
      return "";
    case "hours":
      return messages.t("age.hours", { n: age.hours });
    case "days":
      return messages.t("age.days", { n: age.days });
    case "months": {
      const years = age.years === 0 ? "" : messages.t("age.years", { n: age.years });
      const months = age.months === 0 ? "" : messages.t("age.months", { n: age.months });
      return years === "" || months === "" ? years + months : messages.t("age.yearsMonths", { years, months });
    }
  }
}

export interface AgeNotice {
  /** The sentence with an age in it, and the one for less than an hour (may be empty). */
  readonly old: MessageKey;
  readonly fresh: string;
  /** What follows: a link to the newest edition. Made only when the page is. */
  readonly onward: () => Html;
  readonly from: Instant;
  /** Shown from then on; null: at once. */
  readonly due: Instant | null;
  /** Is anything to be said at the time of rendering, and what. */
  readonly shown: boolean;
  readonly sentence: string;
}

/** What a page says of its own age at `at`. */
export function ageNotice(
  locale: Locale,
  about: {
    readonly old: MessageKey;
    readonly fresh: string;
    readonly onward: () => Html;
    readonly from: Instant;
    readonly due: Instant | null;
    readonly at: Instant;
  },
): AgeNotice {
  const { from, due, at, onward, fresh } = about;
  const phrase = agePhrase(locale.messages, ageAt(from, at));
  const shown = due === null || at > due;
  const sentence = !shown || phrase === "" ? fresh : locale.messages.t(about.old, { age: phrase });
  return { old: about.old, fresh, onward, from, due, shown, sentence };
}

/**
 * The band at the top of a page. Hidden while the page is as new as promised; assets/age.js counts on from there with
 * the same words, so that a page which nobody rebuilds still tells its age.
 */
export function ageBand(locale: Locale, notice: AgeNotice): Html {
  const { messages } = locale;
  const due = notice.due === null ? nothing : html` data-due="${notice.due}"`;
  const old = messages.t(notice.old, { age: "{age}" });
  return html`<aside
    class="age"
    aria-label="${messages.t("age.label")}"
    ${notice.shown ? nothing : html` hidden`}
    data-from="${notice.from}"
    ${due}
    data-old="${old}"
    ${units(messages)}
  >
    <p><span>${notice.sentence}</span> ${notice.onward()}</p>
  </aside>`;
}

const made = new WeakMap<Messages, Html>();

/** The forms of all units, the same on every page of a language. */
function units(messages: Messages): Html {
  let text = made.get(messages);
  if (text === undefined) {
    const both = messages.t("age.yearsMonths", { years: "{years}", months: "{months}" });
    text = html` data-hours="${messages.forms("age.hours")}" data-days="${messages.forms("age.days")}"
    data-months="${messages.forms("age.months")}" data-years="${messages.forms("age.years")}" data-both="${both}"`;
    made.set(messages, text);
  }
  return text;
}
