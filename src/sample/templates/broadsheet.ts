import { blocksHtml, escaped, linksHtml, printedTime, scriptJson, type Template } from "../markup.ts";

const ad = '<div class="ad ad-middle" aria-hidden="true"><span>Advertisement</span></div>';

/** A big paper's site: JSON-LD and meta elements, an advertisement in the middle, a subscription box. */
export const broadsheet: Template = ({ outlet, report, text, path, others }) => `<!DOCTYPE html>
<html lang="en" class="no-js">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(text.title)} – ${escaped(outlet.name)}</title>
<meta name="description" content="${escaped(text.standfirst)}">
<meta property="og:site_name" content="${escaped(outlet.name)}">
<meta property="article:published_time" content="${report.published}">
<meta property="article:author" content="${escaped(report.byline)}">
<link rel="canonical" href="${path}">
<script type="application/ld+json">${scriptJson({
  "@context": "https://schema.org",
  "@graph": [
    { "@type": "WebSite", name: outlet.name },
    {
      "@type": "NewsArticle",
      headline: text.title,
      datePublished: report.published,
      author: { "@type": "Person", name: report.byline },
      publisher: { "@type": "NewsMediaOrganization", name: outlet.name },
    },
  ],
})}</script>
</head>
<body>
<div class="cookie-bar" role="region">We use cookies to count readers. <button>Agree</button> <button>Refuse</button></div>
<header class="masthead"><a href="/${outlet.id}/">${escaped(outlet.name)}</a><nav><a href="#">Politics</a><a href="#">Economy</a><a href="#">Courts</a><a href="#">Letters</a><a href="#">E-paper</a></nav></header>
<div class="ad ad-top"><span>Advertisement</span></div>
<main class="grid">
<article class="story">
<p class="kicker">${escaped(report.section)}</p>
<h1>${escaped(text.title)}</h1>
<p class="deck">${escaped(text.standfirst)}</p>
<p class="byline">By <a rel="author" href="#">${escaped(report.byline)}</a> <time datetime="${report.published}">${printedTime(report.published)}</time></p>
<figure class="lead-picture"><div></div><figcaption>${escaped(report.caption)}</figcaption></figure>
<div class="story-text">
${blocksHtml(text.blocks, { at: 2, insert: ad })}
</div>
</article>
<aside class="rail"><h2>Most read</h2>
${linksHtml(others, 3)}
<div class="subscribe"><h3>Read us for a month</h3><p>Independent of the government, paid for by readers and by the movement.</p><a href="#">Subscribe</a></div>
</aside>
</main>
<footer class="site-footer"><a href="#">Imprint</a> <a href="#">Privacy</a> <a href="#">Work with us</a></footer>
</body>
</html>
`;
