import type { Correction } from "../model/correction.ts";
import type { Edition } from "../model/edition.ts";
import type { Dated } from "../model/history.ts";
import type { Statement } from "../model/statement.ts";
import type { Instant } from "../model/time.ts";
import { safeHref } from "./html.ts";
import { fullLink, say, type Locale } from "./locale.ts";
import { paths } from "./paths.ts";

/** schema.org CorrectionComment: what was wrong, what is right, why. */
function correctionComment(locale: Locale, { value, time }: Dated<Correction>): object {
  const { messages } = locale;
  const words = [
    `${messages.t("correction.wrote")} ${say(locale, value.wrong).text}`,
    value.right === null
      ? messages.t("correction.gone")
      : `${messages.t(value.kind === "update" ? "correction.now" : "correction.right")} ${say(locale, value.right.text).text}`,
    `${messages.t("correction.why")} ${say(locale, value.reason).text}`,
  ];
  return {
    "@type": "CorrectionComment",
    text: words.join(" "),
    datePublished: time,
    url: `${fullLink(locale, paths.corrections(locale.lang))}#${value.id}`,
  };
}

function organization(locale: Locale): object {
  return {
    "@type": "Organization",
    name: say(locale, locale.office.name).text,
    url: locale.office.baseUrl,
    publishingPrinciples: fullLink(locale, paths.method(locale.lang)),
    correctionsPolicy: fullLink(locale, paths.corrections(locale.lang)),
  };
}

/** schema.org NewsArticle for an edition. Its date is the as-of time: a preview cannot know when it will be committed. */
export function editionJsonLd(locale: Locale, edition: Edition, corrections: readonly Dated<Correction>[]): object {
  const lines = edition.glance.map((line) => say(locale, line).text);
  const modified = corrections.reduce<Instant>((last, { time }) => (time > last ? time : last), edition.asOf);
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: locale.messages.t("edition.name", { number: edition.number }),
    description: lines.join(" "),
    datePublished: edition.asOf,
    dateModified: modified,
    inLanguage: edition.languages.includes(locale.lang) ? locale.lang : (edition.languages[0] ?? locale.lang),
    url: fullLink(locale, paths.edition(locale.lang, edition.number)),
    publisher: organization(locale),
    ...(corrections.length === 0 ? {} : { correction: corrections.map((one) => correctionComment(locale, one)) }),
  };
}

/**
 * schema.org ClaimReview for a statement of what is known: 5 confirmed … 1 improbable. "Cannot be judged" has words
 * but no number.
 */
export function claimReviewJsonLd(
  locale: Locale,
  statement: Statement,
  corrections: readonly Dated<Correction>[],
): object | null {
  if (statement.kind !== "known" || statement.evidence.length === 0) return null;
  const { credibility } = statement.grade;
  const said = say(locale, statement.text);
  const source = statement.evidence.find((piece) => piece.source !== null)?.source;
  const addresses = statement.evidence.flatMap(({ report }) => safeHref(report.url) ?? []);
  return {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    url: fullLink(locale, paths.statement(locale.lang, statement.id)),
    datePublished: statement.asOf,
    inLanguage: said.lang,
    claimReviewed: said.text,
    author: organization(locale),
    itemReviewed: {
      "@type": "Claim",
      ...(source ? { author: { "@type": "Person", name: source } } : {}),
      appearance: addresses.map((url) => ({ "@type": "CreativeWork", url })),
    },
    reviewRating: {
      "@type": "Rating",
      ...(credibility === 6 ? {} : { ratingValue: 6 - credibility, bestRating: 5, worstRating: 1 }),
      alternateName: locale.messages.t(`grade.${credibility}`),
    },
    ...(corrections.length === 0 ? {} : { correction: corrections.map((one) => correctionComment(locale, one)) }),
  };
}
