import type { Random } from "./random.ts";
import { attributed, capital, clause, passage, person, place } from "./sentences.ts";

/** Characters of text in an article, before markup. */
const TEXT_MIN = 4000;
const TEXT_MAX = 8000;

interface Article {
  readonly title: string;
  readonly byline: string;
  readonly time: string;
  readonly paragraphs: readonly string[];
  readonly links: readonly string[];
}

function article(random: Random): Article {
  const wanted = random.between(TEXT_MIN, TEXT_MAX);
  const paragraphs: string[] = [];
  for (let length = 0; length < wanted;) {
    const sentences = Array.from({ length: random.between(2, 4) }, () =>
      random.next() < 0.35 ? attributed(random) : passage(random),
    );
    paragraphs.push(sentences.join(" "));
    length += paragraphs.at(-1)?.length ?? 0;
  }
  return {
    title: capital(clause(random)),
    byline: person(random).replace(/,.*/, ""),
    time: `2031-03-${String(random.between(10, 28))}T${String(random.between(10, 20))}:15:00+02:00`,
    paragraphs,
    links: Array.from({ length: random.between(8, 30) }, () => capital(clause(random))),
  };
}

function linkList(links: readonly string[]): string {
  return `<ul>${links.map((text, i) => `<li><a href="/story/${i}">${text}</a></li>`).join("\n")}</ul>`;
}

const TEMPLATES: readonly ((article: Article, url: string) => string)[] = [
  // A daily with marked-up metadata.
  (
    { title, byline, time, paragraphs, links },
    url,
  ) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | Adlin Post</title>
<link rel="canonical" href="${url}"><meta property="og:site_name" content="Adlin Post"><meta property="og:title" content="${title}">
<script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", "@type": "NewsArticle", headline: title, datePublished: time, author: { "@type": "Person", name: byline }, publisher: { "@type": "Organization", name: "Adlin Post" } })}</script>
<style>body{margin:0}</style></head><body><header><nav>${linkList(links.slice(0, 6))}</nav></header><main><article><h1>${title}</h1><p class="byline">By ${byline}</p>
${paragraphs.map((text) => `<p>${text}</p>`).join("\n")}
</article></main><aside><h2>Most read</h2>${linkList(links)}</aside><footer><p>All rights reserved.</p></footer></body></html>`,
  // A broadcaster that nests everything.
  (
    { title, byline, time, paragraphs, links },
    url,
  ) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="canonical" href="${url}"><meta name="author" content="${byline}"><meta property="article:published_time" content="${time}"><meta property="og:site_name" content="Valley Radio"></head>
<body><div class="wrap"><div class="top"><div class="menu">${linkList(links)}</div></div><div class="col"><div class="inner"><div class="story-body"><h1>${title}</h1>
${paragraphs.map((text, i) => `<div class="text-block" data-i="${i}"><p>${text}</p></div>${i % 4 === 3 ? `<figure><img src="/${i}.jpg" alt=""><figcaption>Picture: Valley Radio</figcaption></figure>` : ""}`).join("\n")}
</div><div class="share"><a href="#">Share</a> <a href="#">Print</a></div></div></div></div></body></html>`,
  // A small paper with little markup.
  (
    { title, byline, paragraphs, links },
    url,
  ) => `<html><head><title>${title}</title><link rel="canonical" href="${url}"></head><body><table><tr><td>${linkList(links.slice(0, 8))}</td><td><h2>${title}</h2><b>${byline}</b><br><br>
${paragraphs.join("<br><br>\n")}
</td></tr></table></body></html>`,
  // An agency with headings between paragraphs and a live ticker beside them.
  (
    { title, time, paragraphs, links },
    url,
  ) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} - Harbour Wire</title><link rel="canonical" href="${url}"><meta property="og:site_name" content="Harbour Wire"></head>
<body><main id="content"><h1>${title}</h1><time datetime="${time}">${time.slice(0, 10)}</time><section>
${paragraphs.map((text, i) => `${i % 5 === 4 ? `<h2>${text.split(" ").slice(0, 4).join(" ")}</h2>` : ""}<p>${text}</p>`).join("\n")}
</section></main><div class="ticker">${links.map((text) => `<div class="item"><span>12:10</span> <a href="#">${text}</a></div>`).join("")}</div><div class="comments"><p>No comments yet.</p></div></body></html>`,
];

/** A news page about the invented flood: one of four templates, 4,000 to 8,000 characters of text. */
export function articleHtml(random: Random, number: number): string {
  const template = random.pick(TEMPLATES);
  return template(
    article(random),
    `https://${place(random).toLowerCase().replaceAll(" ", "-")}.example/2031/${number}`,
  );
}
