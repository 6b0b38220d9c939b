import { blocksHtml, escaped, linksHtml, printedTime, type Template } from "../markup.ts";

/** A state's portal: everything in meta elements, breadcrumbs, share links, documents. */
export const agency: Template = ({ outlet, report, text, path, others }) => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escaped(text.title)} | ${escaped(outlet.name)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${escaped(text.standfirst)}">
<meta name="author" content="${escaped(report.byline)}">
<meta property="og:type" content="article">
<meta property="og:title" content="${escaped(text.title)}">
<meta property="og:site_name" content="${escaped(outlet.name)}">
<meta property="og:url" content="${path}">
<meta property="article:published_time" content="${report.published}">
<meta property="article:section" content="${escaped(report.section)}">
<link rel="canonical" href="${path}">
</head>
<body class="portal">
<header class="portal-header">
<a class="crest" href="/${outlet.id}/">${escaped(outlet.name)}</a>
<p class="claim">${escaped(outlet.motto)}</p>
<nav aria-label="Main"><ul><li><a href="/${outlet.id}/">Government</a></li><li><a href="/${outlet.id}/">Defence</a></li><li><a href="/${outlet.id}/">Regions</a></li><li><a href="/${outlet.id}/">Documents</a></li><li><a href="/${outlet.id}/">Photo archive</a></li></ul></nav>
</header>
<div class="breadcrumbs"><a href="/${outlet.id}/">Home</a> / <a href="/${outlet.id}/">${escaped(report.section)}</a></div>
<main>
<article class="release">
<h1>${escaped(text.title)}</h1>
<p class="release-meta"><time datetime="${report.published}">${printedTime(report.published)}</time> · ${escaped(report.byline)}</p>
<p class="lead"><strong>${escaped(text.standfirst)}</strong></p>
<figure><div class="photo" role="img" aria-label="Photograph"></div><figcaption>${escaped(report.caption)}</figcaption></figure>
<div class="release-body">
${blocksHtml(text.blocks)}
</div>
<p class="share"><a href="#">Print</a> <a href="#">Send</a> <a href="#">Copy link</a></p>
</article>
<aside class="latest"><h2>Latest releases</h2>
${linksHtml(others, 6)}
</aside>
</main>
<footer><p>Use of texts is free when ${escaped(outlet.name)} is named as the source.</p><p><a href="/${outlet.id}/">About the agency</a> · <a href="/${outlet.id}/">Press accreditation</a></p></footer>
</body>
</html>
`;
