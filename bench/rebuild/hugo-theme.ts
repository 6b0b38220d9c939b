// Layouts of a Hugo theme whose pages hold what Tocsin's hold: the same head, structured data, age line, sentences,
// evidence and links, and the same JSON beside them. Words that depend on a value come from the site's parameters.

const time = (format: string, value: string): string =>
  `<time datetime="{{ ${value} }}">{{ time.Format "${format}" ${value} }}</time>`;

const MOMENT = "15:04, 2 January 2006";
const FULL = "15:04 on Monday, 2 January 2006";
const ZONE = "Eastern European Time (UTC+2)";

const base = `<!doctype html>
<html lang="{{ site.LanguageCode }}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{ .Title }} · {{ site.Title }}</title><meta name="description" content="{{ with .Params.glance }}{{ index . 0 }}{{ else }}{{ .Plain }}{{ end }}"><meta property="og:title" content="{{ .Title }}"><meta property="og:site_name" content="{{ site.Title }}"><meta property="og:type" content="article"><link rel="canonical" href="{{ .Permalink }}"><meta name="generator" content="Hugo"><meta name="color-scheme" content="light dark"><link rel="alternate" type="application/atom+xml" title="{{ site.Title }}" href="/feed.atom"><link rel="alternate" type="application/rss+xml" title="{{ site.Title }}" href="/index.xml"><link rel="alternate" type="application/feed+json" title="{{ site.Title }}" href="/feed.json"><link rel="icon" type="image/svg+xml" href="/assets/icon.svg"><link rel="stylesheet" href="/assets/site.css"><script src="/assets/age.js" defer></script>{{ block "data" . }}{{ end }}</head><body><a class="skip" href="#main">Skip to the text</a>{{ with .Params.asOf }}{{ $days := math.Floor (div (sub site.Params.now (time.AsTime .).Unix) 86400) }}<aside class="age" aria-label="Age of this page" data-from="{{ . }}" data-old="This page is {age} old." data-hours="one=# hour|other=# hours" data-days="one=# day|other=# days" data-months="one=# month|other=# months" data-years="one=# year|other=# years" data-both="{years} and {months}"><p><span>This page is {{ if gt $days 30 }}{{ math.Floor (div $days 30) }} months{{ else }}{{ $days }} days{{ end }} old.</span> <a href="/">Read the latest edition.</a></p></aside>{{ end }}<header><p class="name"><a href="/">{{ site.Title }}</a></p><nav aria-label="Main pages and languages"><a href="/editions/">All editions</a> <a href="/corrections/">Corrections</a> </nav></header><main id="main">{{ block "main" . }}{{ end }}</main><footer><nav aria-label="All pages"><ul>{{ range site.Params.links }}<li><a href="{{ .href }}">{{ .words }}</a></li>{{ end }}</ul></nav></footer><p class="sheet" aria-hidden="true">{{ .Title }} · {{ site.Title }} · {{ .Permalink }}</p></body></html>
`;

const chain = `<p class="ch"><bdi>{{ .source }}</bdi>{{ range .carriers }} <i aria-hidden="true">→</i><span class="vh"> carried by</span> <bdi>{{ . }}</bdi>{{ end }} <i aria-hidden="true">→</i><span class="vh"> carried by</span> <bdi>{{ .report.publisherName }}</bdi></p>`;

const title = `<cite><a href="{{ .report.url }}" rel="nofollow noopener noreferrer">{{ .report.title }}</a></cite>`;

const origins = `{{ $origins := slice }}{{ range .Params.evidence }}{{ $origins = $origins | append .origin }}{{ end }}from {{ index site.Params.numbers (len (uniq $origins)) }} independent origins`;

const statementBlock = `<article class="s" id="{{ .File.ContentBaseName }}"><p class="m m{{ .Params.credibility }}">{{ index site.Params.sure (int .Params.credibility) }}</p><div class="t">{{ .Content }}</div><p class="q">As of ${time("15:04, 2 January", ".Params.asOf")} · ${origins} · {{ .Params.area }} · <a href="{{ .RelPermalink }}">{{ .Title }}</a></p><details><summary>How we know</summary><ul class="ev">{{ range .Params.evidence }}<li>${chain}<blockquote>{{ .quote }}</blockquote><p class="q">${title}, ${time("2 January 2006", ".report.publishedAt")}<span class="h"> · SHA-256 <code>{{ substr .report.sha256 0 12 }}</code></span></p></li>{{ end }}</ul></details></article>`;

const sections = ["situation", "measures", "safety"];
const kinds = ["known", "not-known", "being-done"];

const edition = `<h1>{{ .Title }}</h1><p class="asof">As of ${time(FULL, ".Params.asOf")}</p><p class="q">${ZONE} · Next update by ${time("15:04, 2 January", ".Params.nextUpdate")}</p><section class="glance" aria-labelledby="glance"><h2 id="glance">At a glance</h2><ul>{{ range .Params.glance }}<li>{{ . }}</li>{{ end }}</ul></section><nav class="jump" aria-label="Sections of this edition">{{ range site.Params.sections }}<a href="#{{ . }}">{{ humanize . }}</a> {{ end }}</nav>{{ $all := slice }}{{ range .Params.statements }}{{ with site.GetPage (printf "/statements/%s" .) }}{{ $all = $all | append . }}{{ end }}{{ end }}${sections
  .map(
    (section) =>
      `{{ $here := where $all "Params.section" "${section}" }}{{ if $here }}<section aria-labelledby="${section}"><h2 id="${section}">{{ humanize "${section}" }}</h2>${kinds
        .map(
          (kind) =>
            `{{ with where $here "Params.kind" "${kind}" }}<h3>{{ index site.Params.kinds "${kind}" }}</h3>{{ range . }}{{ partial "statement.html" . }}{{ end }}{{ end }}`,
        )
        .join("")}</section>{{ end }}`,
  )
  .join(
    "",
  )}<nav class="turn" aria-label="Other editions">{{ if gt .Params.number 1 }}<a rel="prev" href="/editions/{{ sub .Params.number 1 }}/">Edition {{ sub .Params.number 1 }}</a> {{ end }}{{ if lt .Params.number site.Params.editions }}<a rel="next" href="/editions/{{ add .Params.number 1 }}/">Edition {{ add .Params.number 1 }}</a> {{ end }}<a href="/editions/">All editions</a></nav>`;

const office = `(dict "@type" "Organization" "name" site.Title "url" site.BaseURL "publishingPrinciples" (absURL "method/") "correctionsPolicy" (absURL "corrections/"))`;

const editionData = `<script type="application/ld+json">{{ dict "@context" "https://schema.org" "@type" "NewsArticle" "headline" .Title "description" (delimit .Params.glance " ") "datePublished" .Params.asOf "dateModified" .Params.asOf "inLanguage" "en" "url" .Permalink "publisher" ${office} | jsonify | safeJS }}</script>`;

const statementData = `{{ if eq .Params.kind "known" }}{{ $works := slice }}{{ range .Params.evidence }}{{ $works = $works | append (dict "@type" "CreativeWork" "url" .report.url) }}{{ end }}<script type="application/ld+json">{{ dict "@context" "https://schema.org" "@type" "ClaimReview" "url" .Permalink "datePublished" .Params.asOf "inLanguage" "en" "claimReviewed" .Plain "author" ${office} "itemReviewed" (dict "@type" "Claim" "author" (dict "@type" "Person" "name" (index .Params.evidence 0).source) "appearance" $works) "reviewRating" (dict "@type" "Rating" "ratingValue" (sub 6 (int .Params.credibility)) "bestRating" 5 "worstRating" 1 "alternateName" (index site.Params.sure (int .Params.credibility))) | jsonify | safeJS }}</script>{{ end }}`;

const statement = `<h1 class="kick">{{ .Title }}</h1><p class="q">{{ humanize .Params.section }} · {{ index site.Params.kinds .Params.kind }}</p><div class="t big">{{ .Content }}</div><div class="sure"><p class="m m{{ .Params.credibility }}">{{ index site.Params.sure (int .Params.credibility) }}</p><p>{{ index site.Params.means (int .Params.credibility) }} The source: {{ index site.Params.reliability (lower .Params.reliability) }}. <a href="/method/#sure">Grade {{ .Params.reliability }}{{ .Params.credibility }}</a></p><p class="q">As of ${time(FULL, ".Params.asOf")}, ${ZONE} · ${origins} · {{ .Params.area }}</p></div><section aria-labelledby="how"><h2 id="how">How we know</h2><ol class="ev full">{{ range .Params.evidence }}<li>${chain}<div class="piece"><blockquote>{{ .quote }}</blockquote><p class="q">{{ .source }}, {{ index site.Params.modes .mode }}</p><p class="q"><a href="/publishers/#{{ .report.publisher }}"><bdi>{{ .report.publisherName }}</bdi></a> ({{ index site.Params.reliability (lower (index site.Params.publishers .report.publisher)) }}): ${title}{{ with .report.byline }}, <bdi>{{ . }}</bdi>{{ end }}, ${time("2 January 2006", ".report.publishedAt")}</p><p class="q">Our copy was taken ${time(MOMENT, ".report.retrievedAt")} · SHA-256 <code>{{ .report.sha256 }}</code></p></div></li>{{ end }}</ol></section><section aria-labelledby="history"><h2 id="history">What became of this statement</h2><ol class="story"><li><p class="fh">First published ${time(MOMENT, ".Params.firstOut")}</p>{{ .Content }}<p class="q">{{ index site.Params.sure (int .Params.credibility) }}</p></li></ol><p>Carried by editions {{ range .Params.editions }}<a href="/editions/{{ . }}/">{{ . }}</a> {{ end }}</p></section>`;

const archive = `<h1>{{ .Title }}</h1><p class="lead">Every edition that this office has published.</p>{{ range .Pages.GroupByPublishDate "January 2006" }}<h2>{{ .Key }}</h2><ol class="rows" reversed>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ with .Params.asOf }} <span class="q">${time(MOMENT, ".")}</span>{{ end }}{{ with .Params.glance }}<p>{{ index . 0 }}</p>{{ end }}</li>{{ end }}</ol>{{ end }}`;

const feed = `{{ printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}
<rss version="2.0"><channel><title>{{ site.Title }}</title><link>{{ site.BaseURL }}</link><description>{{ site.Title }}</description>{{ range first 50 (where site.RegularPages "Section" "editions").ByDate.Reverse }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate><guid>{{ .Permalink }}</guid><description>{{ delimit .Params.glance " " }}</description></item>{{ end }}</channel></rss>
`;

const statementValue = `(dict "id" .File.ContentBaseName "version" 1 "url" .Permalink "published" .Params.firstOut "text" .Plain "section" .Params.section "kind" .Params.kind "asOf" .Params.asOf "grade" (printf "%s%v" .Params.reliability .Params.credibility) "area" .Params.area "editions" .Params.editions "evidence" .Params.evidence)`;

const statementJson = `{{ ${statementValue} | jsonify }}`;

const editionJson = `{{ $statements := slice }}{{ range .Params.statements }}{{ with site.GetPage (printf "/statements/%s" .) }}{{ $statements = $statements | append ${statementValue} }}{{ end }}{{ end }}{{ dict "number" .Params.number "url" .Permalink "asOf" .Params.asOf "nextUpdate" .Params.nextUpdate "glance" .Params.glance "statements" $statements | jsonify }}`;

const page = (data: string, main: string): string =>
  `{{ define "data" }}${data}{{ end }}{{ define "main" }}${main}{{ end }}\n`;

/** Path under `layouts/` to the template. */
export const LAYOUTS: Readonly<Record<string, string>> = {
  "_default/baseof.html": base,
  "_default/list.html": page("", archive),
  "_default/single.html": page(statementData, statement),
  "_default/single.json": statementJson,
  "editions/single.html": page(editionData, `{{ partial "edition.html" . }}`),
  "editions/single.json": editionJson,
  "index.html": page(
    "",
    `{{ with site.GetPage (printf "/editions/%v" site.Params.editions) }}{{ partial "edition.html" . }}{{ end }}`,
  ),
  "index.rss.xml": feed,
  "partials/edition.html": edition,
  "partials/statement.html": statementBlock,
};

/** Words that the layouts look up by a value. */
export const WORDS = {
  sections,
  kinds: { known: "What we know", "not-known": "What we do not know", "being-done": "What is being done" },
  numbers: ["no", "one", "two", "three"],
  sure: ["", "Confirmed", "Probably true", "Possibly true", "Doubtful", "Improbable", "Cannot be judged yet"],
  means: [
    "",
    "Independent sources say the same.",
    "Not confirmed, but it fits with what we know.",
    "Not confirmed, and it fits in part with what we know.",
    "Not confirmed, and it does not fit well with what we know. It can still be true.",
    "Other facts speak against it.",
    "There is nothing to judge it by yet.",
  ],
  reliability: {
    a: "fully reliable",
    b: "usually reliable",
    c: "fairly reliable",
    d: "not usually reliable",
    e: "not reliable",
    f: "not judged yet",
  },
  modes: { direct: "word for word", mixed: "in part word for word", indirect: "in the words of the report" },
  links: [
    ["/", "Latest edition"],
    ["/editions/", "All editions"],
    ["/corrections/", "Corrections"],
    ["/replies/", "Whom we asked"],
    ["/publishers/", "Publishers and how we grade"],
    ["/method/", "How we work"],
    ["/record/", "How to check us"],
    ["/about/", "About us"],
    ["/index.xml", "RSS"],
    ["/feed.atom", "Atom"],
    ["/feed.json", "JSON Feed"],
    ["/api/v1/index.json", "API"],
  ].map(([href, words]) => ({ href, words })),
} as const;
