import { blocksHtml, escaped, linksHtml, printedTime, type Template } from "../markup.ts";

/** A party's daily: Dublin Core and Open Graph, a side column with the party's own matters. */
export const party: Template = ({ outlet, report, text, path, others }) => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<title>${escaped(outlet.name)}: ${escaped(text.title)}</title>
<meta name="DC.title" content="${escaped(text.title)}">
<meta name="DC.date.issued" content="${report.published}">
<meta property="article:published_time" content="${report.published}">
<meta name="DC.creator" content="${escaped(report.byline)}">
<meta property="og:title" content="${escaped(text.title)}">
<meta property="og:site_name" content="${escaped(outlet.name)}">
<link rel="canonical" href="${path}">
</head>
<body>
<div id="page">
<div id="head"><h2 class="paper"><a href="/${outlet.id}/">${escaped(outlet.name)}</a></h2><p>${escaped(outlet.motto)}</p>
<ul id="menu"><li><a href="#">The nation</a></li><li><a href="#">The economy</a></li><li><a href="#">Our towns</a></li><li><a href="#">The League</a></li></ul></div>
<div id="columns">
<div id="main" role="main">
<article>
<h1>${escaped(text.title)}</h1>
<p class="intro">${escaped(text.standfirst)}</p>
<p class="signed">${escaped(report.byline)} | <time datetime="${report.published}">${printedTime(report.published)}</time></p>
<div class="text">
${blocksHtml(text.blocks)}
</div>
<div class="picture"><div class="frame"></div><p class="caption">${escaped(report.caption)}</p></div>
</article>
</div>
<div id="side"><h3>Also today</h3>
${linksHtml(others, 5)}
<div class="box"><h3>Membership</h3><p>Meetings in every town on the first Monday of the month.</p><form action="#"><input name="town" aria-label="Town"><button>Find a meeting</button></form></div>
<div class="box advert">Advertisement</div>
</div>
</div>
<div id="foot">${escaped(outlet.name)} · Printed in Selmora · <a href="#">Letters to the editor</a></div>
</div>
</body>
</html>
`;
