import { describe, expect, it } from "vitest";
import { extractReport } from "../../src/intake/extract.ts";

const sentences = [
  "The bridge over the river stays closed until Friday, the city council said on Monday evening.",
  "Its engineers found cracks in two of the piers, which nobody had seen before the flood came down the valley.",
  "Lorries must take the northern way, and the ferry runs every ten minutes from six in the morning to midnight.",
  "Schools on the east bank open one hour later than they used to, and the buses wait for the ferry at the quay.",
  "Nobody was hurt when the first stones fell, said the harbour master, who had seen it from his office window.",
  "The council meets again on Wednesday to hear what the repair will cost and when the first lane may be opened.",
];
const paragraphs = sentences.map((text) => `<p>${text}</p>`);
const body = paragraphs.join("\n");

function blocksOf(main: string, head = "", after = ""): string[] {
  const html = `<!doctype html><html lang="en"><head><title>Bridge closed for days</title>${head}</head><body>
    <main><article><h1>Bridge closed for days</h1>${main}</article></main>${after}</body></html>`;
  return extractReport(new TextEncoder().encode(html), {
    url: "https://www.gazette.example/news/bridge",
    contentType: "text/html; charset=utf-8",
  }).text.split("\n\n");
}

const stated = (articleBody: string): string =>
  `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: "Bridge closed for days", articleBody })}</script>`;

describe("the text of an article", () => {
  it("is as long as the page's own container, where the rest is set in sections of its own", () => {
    const sections = Array.from(
      { length: 6 },
      (_, at) =>
        `<section class="widget-${at}"><div><div>${paragraphs.map((p) => p.replace("<p>", `<p>${at}. `)).join("")}</div></div></section>`,
    ).join("");
    const blocks = blocksOf(sections);
    expect(blocks).toHaveLength(36);
  });

  it("says once what the page carries twice, for another width of the screen", () => {
    expect(blocksOf(`<div class="wide">${body}</div><div class="narrow">${body}</div>`)).toEqual(sentences);
  });

  it("keeps a short line that is repeated on purpose", () => {
    const refrain = "<p>“We were not told.”</p>";
    expect(blocksOf(paragraphs.join(refrain)).filter((block) => block.includes("not told"))).toHaveLength(5);
  });

  it("keeps headings whatever their class, and questions that unfold", () => {
    const blocks = blocksOf(
      `${paragraphs.slice(0, 3).join("")}<h2 class="header-anchor-post">What happens now?</h2>${paragraphs[3]}
       <h3><button>Who pays for the ferry?</button></h3>${paragraphs[4]}
       <div><button>When will the first lane be opened?</button></div>${paragraphs[5]}<div><button>Share</button></div>`,
    );
    expect(blocks).toEqual([
      ...sentences.slice(0, 3),
      "What happens now?",
      sentences[3],
      "Who pays for the ferry?",
      sentences[4],
      "When will the first lane be opened?",
      sentences[5],
    ]);
  });

  it.each([
    "Advertisement",
    "Реклама",
    "Loading …",
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit",
    "Sign up for our newsletter and get the news in your inbox",
    "Підпишіться на нашу розсилку",
    "Follow us on Facebook, X and Telegram",
    "We use cookies on our website to give you the best experience.",
    "Read more: Ferry owner asks for help",
    "Читайте також: Порома не буде",
    "Photo: Joss Reed",
    "The bridge on Sunday. Photo by Joss Reed",
    "The bridge on Sunday / Reuters",
    "Last updated: 3 March 2031, 14:20",
    "Tags: bridge, ferry, flood",
    "Learn more",
    "Докладніше",
    "Use coupon code FERRY31",
  ])("is without the line %j", (line) => {
    expect(blocksOf(`${paragraphs.slice(0, 3).join("")}<p>${line}</p>${paragraphs.slice(3).join("")}`)).toEqual(
      sentences,
    );
  });

  it.each([
    "For more information call 116 123 or go to the town hall.",
    "Call 112 at once if you see somebody in the water.",
    "Ready-made sandbags can be had at the fire station, free of charge.",
    "Sources in the council say the repair will take a year.",
    "Photos of the cracks were shown to the press.",
    "Share water with your neighbours.",
  ])("keeps what a reader may need: %j", (line) => {
    expect(blocksOf(`${body}<p>${line}</p>`)).toContain(line);
  });

  it("ends before lists of sources, and does not say who its author is", () => {
    const blocks = blocksOf(
      `<p class="byline">By Anna Vale and Joss Reed</p>${body}
       <p>Anna Vale is the Gazette's correspondent on the east bank. She has written about rivers for ten years.</p>
       <p>She lives by the harbour.</p><p>Joss Reed covers traffic.</p>
       <h2>Sources</h2><ul><li>Council of the city, report on the piers, 2031</li><li>Harbour office, log, 2 March 2031</li></ul>`,
      '<meta name="author" content="Anna Vale and Joss Reed">',
    );
    expect(blocks).toEqual(sentences);
  });

  it("keeps a text that follows what only looks like the heading of teasers", () => {
    const blocks = blocksOf(
      `${paragraphs.slice(0, 4).join("")}<h3>Most popular</h3><p>${sentences[4]} ${sentences[5]} ${sentences[0]}</p>`,
    );
    expect(blocks.at(-1)).toContain("harbour master");
  });

  it("ends before teasers", () => {
    const blocks = blocksOf(`${body}<h3>Most popular</h3><p>Ferry owner asks for help</p><p>Flood takes a pier</p>`);
    expect(blocks).toEqual(sentences);
  });

  it("holds no listing of a program, but other text that is set as it was typed", () => {
    const listing = "<pre>for (const pier of piers) {\n  if (pier.cracks > 0) { close(bridge); }\n}</pre>";
    const notice =
      "<pre>NOTICE TO ALL WHO LIVE BY THE RIVER\nBoil water before you drink it until we say otherwise.</pre>";
    const blocks = blocksOf(`${body}${listing}${notice}`);
    expect(blocks.join("\n")).not.toContain("pier.cracks");
    expect(blocks.join("\n")).toContain("Boil water before you drink it");
  });

  it("is what the page's data vouch for, in the page's own paragraphs", () => {
    const blocks = blocksOf(
      `${paragraphs.slice(0, 3).join("")}<h2>What now?</h2>
       <p>Our podcast has a new episode every week, in which our editors speak about what they wrote and did not write.</p>
       ${paragraphs.slice(3).join("")}`,
      stated(sentences.join("\n\n")),
    );
    expect(blocks).toEqual([...sentences.slice(0, 3), "What now?", ...sentences.slice(3)]);
  });

  it("does not shrink to a piece that the data hold", () => {
    expect(blocksOf(body, stated(sentences.slice(0, 2).join("\n\n")))).toEqual(sentences);
  });
});
