import { blocksHtml, escaped, linksHtml, printedTime, scriptJson, type Template } from "../markup.ts";

/** A wire's client page: JSON-LD, little else. */
export const wire: Template = ({ outlet, report, text, path, others }) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escaped(text.title)}</title>
<script type="application/ld+json">
${scriptJson({
  "@context": "https://schema.org",
  "@type": "NewsArticle",
  mainEntityOfPage: path,
  headline: text.title,
  description: text.standfirst,
  datePublished: report.published,
  dateModified: text.updated ?? report.published,
  author: report.byline.split(" and ").map((name) => ({ "@type": "Person", name })),
  publisher: { "@type": "Organization", name: outlet.name },
  inLanguage: outlet.lang,
})}
</script>
<link rel="canonical" href="${path}">
</head>
<body>
<div id="top"><a href="/${outlet.id}/"><b>${escaped(outlet.name)}</b></a> <span>${escaped(outlet.motto)}</span> <a href="#">Sign in</a> <a href="#">Markets</a> <a href="#">Sport</a></div>
<main>
<article>
<header>
<p>${escaped(report.section)}</p>
<h1>${escaped(text.title)}</h1>
<h3>${escaped(text.standfirst)}</h3>
<p>By ${escaped(report.byline)}, ${printedTime(report.published)} (UTC+2)</p>
</header>
${blocksHtml(text.blocks, {
  at: 3,
  insert: `<figure><div class="image"></div><figcaption>${escaped(report.caption)}</figcaption></figure>`,
})}
<p class="slug">(Reporting by ${escaped(report.byline)}; editing by the Selmora desk)</p>
</article>
<section class="more"><h4>More from this story</h4>
${linksHtml(others, 4)}
</section>
<form class="signup" action="#"><label>The morning file in your inbox <input type="email" name="mail"></label> <button>Subscribe</button></form>
</main>
<footer>© 2031 ${escaped(outlet.name)}. Redistribution by contract.</footer>
</body>
</html>
`;
