// Layouts of a small Hugo theme that makes the pages that Tocsin makes: edition, statement, archive, feed.

const nav = `<nav><ul><li><a href="/">Latest</a></li><li><a href="/editions/">Editions</a></li><li><a href="/statements/">Statements</a></li><li><a href="/index.xml">RSS</a></li></ul></nav>`;

const base = `<!doctype html>
<html lang="{{ site.LanguageCode }}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{ .Title }} · {{ site.Title }}</title><meta name="description" content="{{ with .Params.glance }}{{ index . 0 }}{{ else }}{{ .Plain }}{{ end }}"><meta property="og:title" content="{{ .Title }}"><meta property="og:site_name" content="{{ site.Title }}"><meta property="og:type" content="article"><link rel="canonical" href="{{ .Permalink }}"><link rel="alternate" type="application/rss+xml" title="{{ site.Title }}" href="/index.xml"><link rel="stylesheet" href="/site.css"></head><body><header><p><a href="/">{{ site.Title }}</a></p></header><main>{{ block "main" . }}{{ end }}</main><footer>${nav}</footer></body></html>
`;

const statementBlock = `<article id="{{ .File.ContentBaseName }}"><p class="m">{{ .Params.grade }}</p>{{ .Content }}<p class="q">As of <time datetime="{{ .Params.asOf }}">{{ time.Format "15:04, 2 January 2006" .Params.asOf }}</time> · {{ len .Params.evidence }} origins · {{ .Params.area }} · <a href="{{ .RelPermalink }}">{{ .Title }}</a></p><details><summary>How we know</summary><ul>{{ range .Params.evidence }}<li><p>{{ .source }}{{ range .carriers }} → {{ . }}{{ end }} → {{ .publisherName }}</p><blockquote>{{ .quote }}</blockquote><p class="q"><cite><a href="{{ .url }}" rel="nofollow">{{ .title }}</a></cite>, <time datetime="{{ .publishedAt }}">{{ time.Format "2 January 2006" .publishedAt }}</time> · SHA-256 <code>{{ substr .sha256 0 12 }}</code></p></li>{{ end }}</ul></details></article>`;

const sections = ["situation", "measures", "safety"];
const kinds = ["known", "not-known", "being-done"];

const edition = `<h1>{{ .Title }}</h1><p class="asof">As of <time datetime="{{ .Params.asOf }}">{{ time.Format "15:04 on Monday, 2 January 2006" .Params.asOf }}</time></p><p class="q">Next update <time datetime="{{ .Params.nextUpdate }}">{{ time.Format "15:04, 2 January" .Params.nextUpdate }}</time></p><section><h2>At a glance</h2><ul>{{ range .Params.glance }}<li>{{ . }}</li>{{ end }}</ul></section>{{ $all := slice }}{{ range .Params.statements }}{{ with site.GetPage (printf "/statements/%s" .) }}{{ $all = $all | append . }}{{ end }}{{ end }}${sections
  .map(
    (section) =>
      `{{ $here := where $all "Params.section" "${section}" }}{{ if $here }}<section><h2>${section}</h2>${kinds
        .map((kind) => `{{ with where $here "Params.kind" "${kind}" }}<h3>${kind}</h3>{{ range . }}{{ partial "statement.html" . }}{{ end }}{{ end }}`)
        .join("")}</section>{{ end }}`,
  )
  .join(
    "",
  )}<nav>{{ if gt .Params.number 1 }}<a rel="prev" href="/editions/{{ sub .Params.number 1 }}/">Edition {{ sub .Params.number 1 }}</a> {{ end }}{{ if lt .Params.number site.Params.editions }}<a rel="next" href="/editions/{{ add .Params.number 1 }}/">Edition {{ add .Params.number 1 }}</a> {{ end }}<a href="/editions/">Editions</a></nav>`;

const statement = `<h1>{{ .Title }}</h1><p class="q">{{ .Params.section }} · {{ .Params.kind }}</p><div class="big">{{ .Content }}</div><p>{{ .Params.grade }} · <time datetime="{{ .Params.asOf }}">{{ time.Format "15:04 on Monday, 2 January 2006" .Params.asOf }}</time> · {{ len .Params.evidence }} origins · {{ .Params.area }}</p><section><h2>How we know</h2><ol>{{ range .Params.evidence }}<li><p>{{ .source }}{{ range .carriers }} → {{ . }}{{ end }} → {{ .publisherName }}</p><blockquote>{{ .quote }}</blockquote><p class="q">{{ .mode }}: {{ .source }}</p><p class="q"><a href="/publishers/#{{ .publisher }}">{{ .publisherName }}</a>: <cite><a href="{{ .url }}" rel="nofollow">{{ .title }}</a></cite>{{ with .byline }}, {{ . }}{{ end }}, <time datetime="{{ .publishedAt }}">{{ time.Format "2 January 2006" .publishedAt }}</time></p><p class="q">Kept <time datetime="{{ .retrievedAt }}">{{ time.Format "15:04, 2 January 2006" .retrievedAt }}</time> · SHA-256 <code>{{ .sha256 }}</code></p></li>{{ end }}</ol></section><section><h2>History</h2><p>First published <time datetime="{{ .Date.Format "2006-01-02T15:04:05Z" }}">{{ .Date.Format "15:04, 2 January 2006" }}</time></p>{{ .Content }}<p>Carried by editions {{ range .Params.editions }}<a href="/editions/{{ . }}/">{{ . }}</a> {{ end }}</p></section>`;

const archive = `<h1>{{ .Title }}</h1>{{ range .Pages.GroupByPublishDate "January 2006" }}<h2>{{ .Key }}</h2><ol reversed>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ with .Params.glance }}<p>{{ index . 0 }}</p>{{ end }}</li>{{ end }}</ol>{{ end }}`;

const feed = `{{ printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}
<rss version="2.0"><channel><title>{{ site.Title }}</title><link>{{ site.BaseURL }}</link><description>{{ site.Title }}</description>{{ range first 50 (where site.RegularPages "Section" "editions").ByDate.Reverse }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate><guid>{{ .Permalink }}</guid><description>{{ delimit .Params.glance " " }}</description></item>{{ end }}</channel></rss>
`;

// Ours has a static API: a JSON file for each statement and edition.
const statementJson = `{{ dict "id" .File.ContentBaseName "url" .Permalink "published" .Date "text" .Plain "section" .Params.section "kind" .Params.kind "asOf" .Params.asOf "grade" .Params.grade "area" .Params.area "editions" .Params.editions "evidence" .Params.evidence | jsonify }}`;

const editionJson = `{{ $statements := slice }}{{ range .Params.statements }}{{ with site.GetPage (printf "/statements/%s" .) }}{{ $statements = $statements | append (dict "id" .File.ContentBaseName "url" .Permalink "text" .Plain "section" .Params.section "kind" .Params.kind "asOf" .Params.asOf "grade" .Params.grade "area" .Params.area "evidence" .Params.evidence) }}{{ end }}{{ end }}{{ dict "number" .Params.number "url" .Permalink "asOf" .Params.asOf "nextUpdate" .Params.nextUpdate "glance" .Params.glance "statements" $statements | jsonify }}`;

const main = (body: string): string => `{{ define "main" }}${body}{{ end }}\n`;

/** Path under `layouts/` to the template. */
export const LAYOUTS: Readonly<Record<string, string>> = {
  "_default/baseof.html": base,
  "_default/list.html": main(archive),
  "_default/single.html": main(statement),
  "_default/single.json": statementJson,
  "editions/single.html": main(`{{ partial "edition.html" . }}`),
  "editions/single.json": editionJson,
  "index.html": main(`{{ with site.GetPage (printf "/editions/%v" site.Params.editions) }}{{ partial "edition.html" . }}{{ end }}`),
  "index.rss.xml": feed,
  "partials/edition.html": edition,
  "partials/statement.html": statementBlock,
};
