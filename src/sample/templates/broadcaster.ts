import { blocksHtml, escaped, linksHtml, printedTime, scriptJson, type Template } from "../markup.ts";

/** A public broadcaster: JSON-LD, player placeholder, programme links, sign-up for alerts. */
export const broadcaster: Template = ({ outlet, report, text, path, others }) => `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<title>${escaped(text.title)} · ${escaped(outlet.name)}</title>
<meta property="og:site_name" content="${escaped(outlet.name)}">
<meta property="og:title" content="${escaped(text.title)}">
<link rel="canonical" href="${path}">
<script type="application/ld+json">${scriptJson({
  "@context": "https://schema.org",
  "@type": "ReportageNewsArticle",
  headline: text.title,
  alternativeHeadline: text.standfirst,
  datePublished: report.published,
  author: [{ "@type": "Person", name: report.byline }],
  publisher: { "@type": "NewsMediaOrganization", name: outlet.name },
  image: { "@type": "ImageObject", caption: report.caption },
})}</script>
</head>
<body>
<header role="banner"><a href="/${outlet.id}/">HPB</a><nav aria-label="Channels"><a href="#">Radio 1</a><a href="#">Radio 2</a><a href="#">Television</a><a href="#">Text</a></nav><form role="search"><input type="search" aria-label="Search"></form></header>
<main>
<article>
<header><p class="topic">${escaped(report.section)}</p><h1>${escaped(text.title)}</h1><p class="ingress">${escaped(text.standfirst)}</p></header>
<figure class="player"><div class="audio" role="img" aria-label="Audio, 2 minutes"></div><figcaption>${escaped(report.caption)}</figcaption></figure>
<div class="credits"><span class="author">${escaped(report.byline)}</span> <time datetime="${report.published}">Published ${printedTime(report.published)}</time></div>
<section class="body">
${blocksHtml(text.blocks)}
</section>
</article>
<section class="next" aria-label="Continue"><h2>Continue here</h2>
${linksHtml(others, 4)}
</section>
<section class="alerts"><h2>News alerts</h2><p>Get the most important news as a message.</p><button>Switch on</button></section>
</main>
<footer role="contentinfo"><p>Paid for by everyone in Hestmar.</p><a href="#">Contact the reader editor</a></footer>
</body>
</html>
`;
