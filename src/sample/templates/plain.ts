import { blocksHtml, escaped, linksHtml, printedTime, type Template } from "../markup.ts";

/** A site that nobody has rebuilt for twenty years: HTML 4, layout in tables, ISO-8859-1. */
export const plain: Template = ({
  outlet,
  report,
  text,
  others,
}) => `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">
<html lang="en">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">
<meta name="author" content="${escaped(report.byline)}">
<meta name="date" content="${report.published}">
<title>${escaped(outlet.name)} - ${escaped(text.title)}</title>
</head>
<body bgcolor="#ffffff">
<table width="100%" border="0"><tr><td colspan="2"><div role="navigation"><font size="6"><a href="/${outlet.id}/">${escaped(outlet.name)}</a></font><br>${escaped(outlet.motto)}</div></td></tr>
<tr><td width="160" valign="top"><div role="navigation"><b>Sections</b><br><a href="#">Front page</a><br><a href="#">Defence</a><br><a href="#">Culture</a><br><a href="#">Chess</a></div></td>
<td valign="top">
<h1>${escaped(text.title)}</h1>
<h3>${escaped(text.standfirst)}</h3>
<p class="line"><i>${escaped(report.byline)}, ${printedTime(report.published)}</i></p>
<div class="article">
${blocksHtml(text.blocks)}
</div>
<p class="caption"><small>Picture: ${escaped(report.caption)}</small></p>
<div class="related"><b>Earlier:</b>
${linksHtml(others, 5)}
</div>
</td></tr>
<tr><td colspan="2" align="center"><div role="contentinfo"><small>Kerhan Courier publishing house. Best read at 1024 by 768.</small></div></td></tr></table>
</body>
</html>
`;
