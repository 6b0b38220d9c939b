import { blocksHtml, escaped, linksHtml, printedTime, type Template } from "../markup.ts";

/** A city paper that knows no metadata: a time element and a visible byline, nested boxes, big teasers. */
export const tabloid: Template = ({ outlet, report, text, others }) => `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<title>${escaped(text.title)} * ${escaped(outlet.name)}</title>
</head>
<body>
<div class="wrap">
<div class="bar"><a class="logo" href="/${outlet.id}/">${escaped(outlet.name)}</a><span>${escaped(outlet.motto)}</span></div>
<div class="ticker">Trams on line 6 run every 12 minutes ++ Opera Garden closed ++ Snow line at 500 metres</div>
<div class="teasers"><a href="#">What is on tonight</a> <a href="#">Win two tickets</a> <a href="#">Flat of the week</a></div>
<div class="cols"><div class="c1">
<div class="box-top"><span class="tag">${escaped(report.section)}</span></div>
<h1>${escaped(text.title)}</h1>
<div class="sub">${escaped(text.standfirst)}</div>
<div class="who">By ${escaped(report.byline)}, <time datetime="${report.published}">${printedTime(report.published)}</time></div>
<div class="img"><i></i><small>${escaped(report.caption)}</small></div>
<div class="copy">
${blocksHtml(text.blocks, { at: 1, insert: '<div class="promo"><a href="#">Read the Evening on your phone</a></div>' })}
</div>
</div><div class="c2">
<div class="hot"><b>Hot right now</b>
${linksHtml(others, 8)}
</div>
<div class="sponsor">Advertisement</div>
</div></div>
<div class="end"><a href="#">Imprint</a> <a href="#">Tip us off</a></div>
</div>
</body>
</html>
`;
