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
/** Comments, teasers and menus are often longer than the article; with its main heading in them they are something else. */
const SURE_SHARE_MAX = 0.9;
const SURE =
  /(^|\s)(comments?|disqus|wpdiscuz|related|recirc|cookies?|consent|cli-modal|modal|dialog|popup)([_-]\S*)?(\s|$)|[_-](comments?|related|popup|modal)([_-]\S*)?(\s|$)/i;
const SURE_ELEMENTS = new Set(["nav", "dialog"]);

/** Takes out elements that are marked as something else than the article: in place. */
export function removeNoise(document: DomDocument): void {
  freeHeadings(document);
  for (const listing of document.body.querySelectorAll("pre"))
    if (isProgram(listing.textContent ?? "")) listing.remove();
  const all = proseIn(document.body);
  const marked = [...document.body.querySelectorAll("[class], [id]")].filter(isMarkedNoise);
  const plain = [...document.body.querySelectorAll(NOISE_ELEMENTS)];
  for (const time of document.body.querySelectorAll("time")) if (!isInSentence(time)) time.remove();
  for (const element of [...marked, ...plain]) {
    if (
      element.parentNode !== null &&
      proseIn(element) <= all * (isSureNoise(element) ? SURE_SHARE_MAX : NOISE_SHARE_MAX)
    )
      element.remove();
  }
}

function isSureNoise(element: DomElement): boolean {
  const marks = `${element.getAttribute("id") ?? ""} ${(element.getAttribute("class") ?? "").slice(0, 400)}`;
  return (SURE_ELEMENTS.has(element.localName) || SURE.test(marks)) && element.querySelector("h1") === null;
}

/** Readability goes by class names, and headings are called `header`; and it drops buttons, which hold foldable questions. */
function freeHeadings(document: DomDocument): void {
  for (const heading of document.body.querySelectorAll("h2, h3, h4, h5, h6, dt, summary")) {
    if (/head/i.test(heading.getAttribute("class") ?? "")) heading.setAttribute("class", "");
    for (const button of heading.querySelectorAll("button")) button.replaceWith(...button.childNodes);
  }
  for (const button of document.body.querySelectorAll("button, [role=button]")) {
    const text = (button.textContent ?? "").trim();
    if (!/^\S+(\s+\S+){3,}\?$/.test(text)) continue;
    const question = document.createElement("h3");
    question.append(text);
    button.replaceWith(question);
  }
}

/** Lines of a program, and what it prints, are no sentences. */
function isProgram(text: string): boolean {
  const signs = text.match(/[{}()[\];=<>$#|\\]/g)?.length ?? 0;
  return signs > text.length * PROGRAM_SIGNS;
}
const PROGRAM_SIGNS = 0.03;

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
