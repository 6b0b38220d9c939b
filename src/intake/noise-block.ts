// A word boundary that also ends words in other letters than English ones.
const END = String.raw`(?![\p{L}\p{N}])`;

const line = (words: string, rest = ""): RegExp => new RegExp(`^(?:${words})${END}${rest}$`, "iu");

/** Paragraphs, each on its own, that stand between the paragraphs of articles and say nothing of the matter. */
const NOISE_BLOCKS: readonly RegExp[] = [
  // Advertising, placeholders, the page's own furniture.
  line(
    "advertisement|advertising|sponsored(?: content)?|реклама|anzeige|publicité|publicidad|pubblicità|reklama",
    ".{0,40}",
  ),
  line("lorem ipsum", ".*"),
  line("loading|please wait|завантаження|wird geladen|chargement", ".{0,20}"),
  line(
    "skip to (?:main )?content|table of contents|contents|on this page|in this article|зміст|inhalt|sommaire",
    String.raw`\s*:?`,
  ),
  line(
    "enter (?:your )?e-?mail(?: address)?|your e-?mail(?: address)?|get the app|download (?:our|the) app|log in|sign in|" +
      "already (?:a subscriber|have an account).{0,30}",
    String.raw`[^\p{L}\p{N}]*`,
  ),
  /^(?:we|this (?:web)?site|our (?:web)?site)(?: and our partners)? uses? cookies\b.{0,400}$/iu,
  // Sharing, following, subscribing.
  /^(?:share|tweet|print|email|save|copy link|follow us|sms|facebook|twitter|whatsapp|linkedin|pinterest|telegram|x|поділитися|teilen|partager|[\s|·•,/])+(?:this(?: article| story)?)?$/iu,
  /^(?:sign up|subscribe|join|register)\b.{0,120}\b(?:newsletter|e-?mail|inbox|updates|alerts|free)\b.{0,120}$/iu,
  line(
    "підпишіться|підписуйтесь|підписуйтеся|abonnieren sie|abonnez-vous|suscríbete|suscríbase|zapisz się|подписывайтесь",
    ".{0,160}",
  ),
  /^(?:follow|like|find|join|add) (?:us|me|\S+) on (?:facebook|twitter|x|instagram|linkedin|tiktok|youtube|telegram|pinterest|threads|bluesky|whatsapp)\b.{0,100}$/iu,
  /^(?:if you (?:enjoyed|liked|loved) (?:this|my|our)|enjoy(?:ed)? (?:this|the) (?:post|article)|did you like this (?:post|article))\b.{0,160}$/iu,
  /^(?:to read|to continue reading|unlock) (?:the rest of )?this (?:story|article)\b.{0,160}$/iu,
  // Links to other articles.
  line(
    "(?:related|read more|read also|see also|also read|more|recommended|read next|don't miss|читайте також|читайте также|lire aussi|lesen sie auch|lee también|czytaj też)" +
      "(?: (?:articles?|stories|reports?|reading|content|posts?))?",
    String.raw`\s*:.{0,200}`,
  ),
  line(
    "related|read more|read also|see also|also read|recommended|read next|up next|you may also like|" +
      "related (?:articles?|stories|reports?|reading|content|posts?)|more (?:from|on) .{1,40}|читайте також|читайте также|lire aussi|lesen sie auch",
  ),
  // Buttons.
  line(
    String.raw`[^\p{L}\p{N}]*(?:learn more|find out more|contact us|get started|buy now|shop now|start shopping(?: now)?|add to cart|view all|see all|` +
      "show (?:more|less)|load more|back to top|view full profile|continue reading|mehr erfahren|weiterlesen|en savoir plus|" +
      "lire la suite|leer más|seguir leyendo|czytaj więcej|читати далі|докладніше|читать далее|подробнее)",
    String.raw`[^\p{L}\p{N}]*`,
  ),
  /^(?:get a quote|call us|call now)[^\p{L}\p{N}]*[\d\s().+-]{6,20}$/iu,
  /^[$€£]\s?[\d,.]+ (?:from|at) .{2,40}$/iu,
  /^(?:use )?(?:coupon|promo|discount) code\b.{0,60}$/iu,
  /^.{0,160}\b(?:affiliate (?:links?|commission)|earn (?:us )?(?:a|an) (?:affiliate )?commission|independently (?:selected|reviewed|chosen))\b.{0,240}$/iu,
  // Pictures.
  line(
    "(?:photos?|images?|pictures?|video|graphic|foto|фото|bild)(?: credits?| source| by| courtesy)?",
    String.raw`\s*[:/©].{0,120}`,
  ),
  /^(?:photo|image|picture|video)s?(?: \w+)? (?:from|by|via|provided by|courtesy of)\b.{0,100}$/iu,
  /\bphoto(?:graph)?s? (?:by|courtesy of)\b[^.!?]{0,60}[^\p{L}\p{N}]*$/iu,
  /^[^.!?]{0,140}[/|©]\s*(?:getty images|reuters|afp|ap|ap photo|epa|shutterstock|unsplash|istock|alamy|pexels)[^\p{L}\p{N}]*$/iu,
  line("credits?|courtesy of|getty images|source: getty", ".{0,80}"),
  /^(?:©|\(c\)|copyright\b).{0,200}$/iu,
  // What stands around the text: its length, its dates, its makers, its keywords.
  /^\d+\s*(?:min|mins|minutes?)\.?\s*read$/iu,
  line(
    "reading time|tags?|filed under|categor(?:y|ies)|posted in|topics|keywords|теги|мітки|рубрики?|schlagwörter|mots[- ]clés|etiquetas",
    String.raw`\s*:.{0,200}`,
  ),
  /^(?:(?:this|the) (?:post|article|page|story) was )?(?:last |first |originally )?(?:updated|published|posted|modified|reviewed)(?: on| in)?\s*:?\s+.{4,40}\d{4}.{0,25}$/iu,
  line("(?:written|edited|reviewed|fact[- ]checked|medically reviewed|posted)(?: and \\w+)? by", ".{0,80}"),
];

const BLOCK_MAX = 500;

export function isNoiseBlock(block: string): boolean {
  return block.length < BLOCK_MAX && NOISE_BLOCKS.some((pattern) => pattern.test(block));
}

const TEASER_HEADING =
  /^(?:(?:also|more|latest|other|top|trending)(?: \w+)? (?:in the )?(?:news|stories|articles|headlines|posts)|related(?: (?:news|stories|articles|posts|reading|content|topics))?|you (?:may|might) also (?:like|be interested in|enjoy)|read next|up next|recommended(?: for you)?|most (?:read|popular|viewed)|more (?:from|on) .{2,40}|читайте також|останні новини|читайте также|lesen sie auch|lire aussi)[^\p{L}\p{N}]*$/iu;

/** A heading over links to other articles. */
export function isTeaserHeading(block: string): boolean {
  return block.length < 60 && TEASER_HEADING.test(block);
}
