import { expect, test } from "vitest";
import { html, joined, jsonLdBlock, nothing, safeHref } from "../../src/publish/html.ts";

test("texts are escaped, markup is not, gaps leave nothing", () => {
  const inner = html`<b>${"a<b"}</b>`;
  expect(html`<p title="${`"x' &`}">${inner}${[1, null, "c>", [undefined, false, nothing]]}</p>`.toString()).toBe(
    `<p title="&quot;x&#39; &amp;"><b>a&lt;b</b>1c&gt;</p>`,
  );
  expect(joined(["a", "b"], html` · `).toString()).toBe("a · b");
});

test("line breaks in a template are for the reader of the source", () => {
  const text = html`<div class="a">
    <p>
      ${"one"}
      <a href="/">two</a>
    </p>
    <svg><line x1="0" /></svg>
  </div>`;
  expect(text.toString()).toBe(`<div class="a"><p>one <a href="/">two</a></p><svg><line x1="0"/></svg></div>`);
  expect(html`<p>${"kept\n  as it is"}</p>`.toString()).toBe("<p>kept\n  as it is</p>");
});

test("a data block cannot be closed from within", () => {
  const block = jsonLdBlock({ text: "</script><!--<script>\u2028" }).toString();
  expect(block.match(/<[^>]*>/g)).toEqual(['<script type="application/ld+json">', "</script>"]);
  expect(JSON.parse(block.replace(/<[^>]*>/g, ""))).toEqual({ text: "</script><!--<script>\u2028" });
});

test.each([
  ["https://a.example/b?c=1", true],
  ["mailto:a@b.example", true],
  ["javascript:alert(1)", false],
  ["data:text/html,x", false],
  ["file:/etc/passwd", false],
  ["https://a.example/ onclick=x", false],
  ["//a.example", false],
])("%s may be followed: %s", (address, may) => {
  expect(safeHref(address)).toBe(may ? address : null);
});
