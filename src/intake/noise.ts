import type { DomDocument, DomElement } from "./dom.ts";

/** Class or id words that say plainly: this is no part of the article. Compared as whole words. */
const NOISE_WORDS = new Set(
  (
    "newsletter newsletters signup subscribe subscription paywall related recirc recirculation recommended readmore " +
    "share sharing sharedaddy social breadcrumb breadcrumbs toc advert advertisement ads promo sponsored outbrain taboola " +
    "cookie cookies consent comments disqus caption captions credit photocredit skiplink screenreader sronly popup modal"
  ).split(" "),
);
const NOISE_PAIRS =
  /(?:^|[\s_-])(?:sign[_-]?up|read[_-]?more|related[_-]?(?:posts?|articles?|stor(?:y|ies)|content|links?|reading)|table[_-]?of[_-]?contents|author[_-]?(?:bio|box|info|card)|about[_-]?(?:the[_-]?)?author|image[_-]?credit|wp-caption-text|sr-only|visually-hidden|screen-reader-text|post[_-]?navigation|ez-toc\w*)(?=$|[\s_-])/i;
/** Landmarks and elements that hold no article text. */
const NOISE_ELEMENTS =
  "nav, footer, aside, form, figcaption, dialog, [role=navigation], [role=complementary], [role=dialog], [role=search], [role=contentinfo]";

/** An element with more of the page's running text than this is the page, whatever its class says. */
const NOISE_SHARE_MAX = 0.15;

/** Takes out elements that are marked as something else than the article: in place. */
export function removeNoise(document: DomDocument): void {
  const limit = proseIn(document.body) * NOISE_SHARE_MAX;
  const marked = [...document.body.querySelectorAll("[class], [id]")].filter(isMarkedNoise);
  const plain = [...document.body.querySelectorAll(NOISE_ELEMENTS)];
  for (const time of document.body.querySelectorAll("time")) if (!isInSentence(time)) time.remove();
  for (const element of [...marked, ...plain]) {
    if (element.parentNode !== null && proseIn(element) <= limit) element.remove();
  }
}

/** A time that stands by itself is the date of the page, not a word of its text. */
function isInSentence(element: DomElement): boolean {
  let around = element.parentElement;
  while (around !== null && !["p", "li", "blockquote", "td", "dd"].includes(around.localName))
    around = around.parentElement;
  return (
    around !== null && (around.textContent ?? "").trim().length > (element.textContent ?? "").trim().length + PROSE_MIN
  );
}

function isMarkedNoise(element: DomElement): boolean {
  if (element.localName === "article" || element.localName === "main" || element.localName === "body") return false;
  // Anchors carry their heading's words as id, so only a whole id counts.
  if (NOISE_WORDS.has((element.getAttribute("id") ?? "").toLowerCase())) return true;
  const marks = (element.getAttribute("class") ?? "").slice(0, 400);
  if (NOISE_PAIRS.test(marks)) return true;
  return marks
    .toLowerCase()
    .split(/\s+/)
    .some((mark) => !CONTENT_MARK.test(mark) && mark.split(/[_-]+/).some((word) => NOISE_WORDS.has(word)));
}

/** Said beside a word of noise: a container that also holds the article (`newsletter-wrapper`, `grid-toc-content`). */
const CONTENT_MARK = /content|body|article|main|wrapper|page|layout|richtext|has-/;

/** Characters of running text: paragraphs and items long enough to be sentences, links not counted. */
export function proseIn(element: DomElement): number {
  let length = 0;
  for (const part of element.querySelectorAll("p, li, blockquote, td")) {
    let linked = 0;
    for (const link of part.querySelectorAll("a")) linked += link.textContent?.length ?? 0;
    const own = (part.textContent?.length ?? 0) - linked;
    if (own >= PROSE_MIN) length += own;
  }
  return length;
}
const PROSE_MIN = 60;

/** Paragraphs, each on its own, that stand between the paragraphs of articles and say nothing of the matter. */
const NOISE_BLOCKS: readonly RegExp[] = [
  /^(advertisement|advertising|sponsored|sponsored content|реклама|anzeige|publicité|publicidad)\b.{0,40}$/i,
  /^(loading|please wait|завантаження)\b.{0,20}(…|\.\.\.)?$/i,
  /^(skip to (main )?content|table of contents|contents|on this page|in this article|зміст)\s*:?$/i,
  /^(share|tweet|print|email|save|copy link|follow us|sms|facebook|twitter|whatsapp|linkedin|pinterest|telegram|x|[\s|·•,/])+(this( article| story)?)?$/i,
  /^(related|read more|read also|see also|also read|more|recommended|read next|don't miss|читайте також|lire aussi|lesen sie auch)( (articles?|stories|reports?|reading|content|posts?))?\s*:.{0,200}$/i,
  /^(related|read more|read also|see also|also read|recommended|read next|up next|you may also like|related (articles?|stories|reports?|reading|content|posts?)|more (from|on) .{1,40}|читайте також)$/i,
  /^(photo|image|picture|video|graphic|foto|фото)( credits?| source| by| courtesy)?\s*[:/©].{0,120}$/i,
  /^(credit|credits|courtesy of|getty images|source: getty)\b.{0,80}$/i,
  /^(©|\(c\)|copyright\b).{0,200}$/i,
  /^(sign up|subscribe|join|register)\b.{0,120}\b(newsletter|e-?mail|inbox|updates|alerts|free)\b.{0,120}$/i,
  /^(підпишіться|підписуйтесь|підписуйтеся)\b.{0,160}$/i,
  /^.{0,160}\b(affiliate (links?|commission)|earn (us )?(a|an) (affiliate )?commission|independently (selected|reviewed|chosen))\b.{0,240}$/i,
  /^(enter (your )?e-?mail( address)?|your e-?mail( address)?|get the app|download (our|the) app|log in|sign in|already (a subscriber|have an account).{0,30})\W*$/i,
  /^\d+\s*(min|mins|minutes?)\.?\s*read$/i,
  /^(last )?(updated|published|posted|modified)( on)?\s*:?\s+.{4,40}\d{4}.{0,25}$/i,
];

export function isNoiseBlock(block: string): boolean {
  return block.length < 500 && NOISE_BLOCKS.some((pattern) => pattern.test(block));
}

/** A heading over links to other articles. */
export function isTeaserHeading(block: string): boolean {
  return (
    block.length < 60 &&
    /^((also|more|latest|other|top|trending)( \w+)? (in the )?(news|stories|articles|headlines|posts)|related( (news|stories|articles|posts|reading|content|topics))?|you (may|might) also (like|be interested in|enjoy)|read next|up next|recommended( for you)?|most (read|popular|viewed)|more (from|on) .{2,40}|читайте також|останні новини)\W*$/i.test(
      block,
    )
  );
}
