import { blocksHtml, escaped, linksHtml, printedTime, type Template } from "../markup.ts";

/** A small Ukrainian-language paper: windows-1251, Open Graph times. */
export const herald: Template = ({ outlet, report, text, path, others }) => `<!DOCTYPE html>
<html lang="uk">
<head>
<meta charset="windows-1251">
<title>${escaped(text.title)} | Олтринський вісник</title>
<meta property="og:title" content="${escaped(text.title)}">
<meta property="og:locale" content="uk">
<meta property="article:published_time" content="${report.published}">
<link rel="canonical" href="${path}">
</head>
<body>
<header><a href="/${outlet.id}/">Олтринський вісник</a><nav><a href="#">Громада</a> <a href="#">Господарство</a> <a href="#">Школа</a> <a href="#">Оголошення</a></nav></header>
<main>
<article>
<h1>${escaped(text.title)}</h1>
<p class="lead">${escaped(text.standfirst)}</p>
<p class="author">${escaped(report.byline)}, <time datetime="${report.published}">${printedTime(report.published, "лютого")}</time></p>
<figure><div></div><figcaption>${escaped(report.caption)}</figcaption></figure>
<div class="text">
${blocksHtml(text.blocks)}
</div>
</article>
<aside><h2>Читайте також</h2>
${linksHtml(others, 5)}
<p class="ad">Місце для вашого оголошення</p></aside>
</main>
<footer>Редакція: Кострель, вулиця Млинова, 12. Передрук дозволено з посиланням на газету.</footer>
</body>
</html>
`;
