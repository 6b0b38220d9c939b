import { blocksHtml, escaped, linksHtml, printedTime, type Template } from "../markup.ts";

/** A local paper: microdata, small advertisements, events, reader comments. */
export const local: Template = ({ outlet, report, text, path, others }) => `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>${escaped(text.title)} - ${escaped(outlet.name)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="canonical" href="${path}">
</head>
<body>
<a class="skip" href="#story">Skip to the report</a>
<header><p class="name"><a href="/${outlet.id}/">${escaped(outlet.name)}</a></p><p>${escaped(outlet.motto)}</p>
<nav><a href="#">Town</a> <a href="#">District</a> <a href="#">Sport</a> <a href="#">Births and deaths</a> <a href="#">Corrections</a></nav></header>
<section class="weather"><p>Kostrel today: 3 degrees, fog. River: see the quay board.</p></section>
<main id="story" itemscope itemtype="https://schema.org/NewsArticle">
<h1 itemprop="headline">${escaped(text.title)}</h1>
<p class="summary" itemprop="description">${escaped(text.standfirst)}</p>
<p class="by"><span itemprop="author">${escaped(report.byline)}</span>, <time itemprop="datePublished" datetime="${report.published}">${printedTime(report.published)}</time>${
  text.updated === null
    ? ""
    : `, changed <time itemprop="dateModified" datetime="${text.updated}">${printedTime(text.updated)}</time>`
}</p>
<figure><div class="pic"></div><figcaption>${escaped(report.caption)}</figcaption></figure>
<div itemprop="articleBody">
${blocksHtml(text.blocks)}
</div>
</main>
<section class="comments"><h2>Comments</h2><p>Comments are closed on this report.</p></section>
<aside><h2>More from the district</h2>
${linksHtml(others, 5)}
<h2>Small advertisements</h2><ul><li>Two winter tyres, as good as new</li><li>Piano lessons, Mill Street</li><li>Firewood, dry, delivered</li></ul></aside>
<footer><p>${escaped(outlet.name)}, Mill Street 3, Kostrel</p><form action="#"><label>Our Friday letter <input type="email" name="to"></label><button>Sign up</button></form></footer>
</body>
</html>
`;
