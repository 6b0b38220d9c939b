import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { expect, test } from "vitest";
import { renderSite } from "../../src/publish/site.ts";
import { sampleAsOf, sampleHistory } from "./fixture.ts";

function feedsOf(editions: number, lang = "en") {
  const history = sampleHistory({ editions, statementsPerEdition: 3, correctEvery: 3 });
  const site = renderSite(history, { at: sampleAsOf(editions), renderer: "tocsin test" });
  const text = (name: string) => new TextDecoder().decode(site.get(`${lang}/${name}`));
  return {
    rss: parseRssFeed(text("feed.rss")),
    atom: parseAtomFeed(text("feed.atom")),
    json: parseJsonFeed(text("feed.json")),
    rawJson: text("feed.json"),
  };
}

test("all three feeds tell the same: editions and corrections as entries of their own, newest first", () => {
  const { rss, atom, json, rawJson } = feedsOf(7);
  const titles = [
    "Edition 7",
    "Update: Statement 12",
    "Edition 6",
    "Edition 5",
    "Edition 4",
    "Correction: Statement 3",
    "Edition 3",
    "Edition 2",
    "Edition 1",
  ];
  expect(json.items?.map(({ title }) => title)).toEqual(
    titles.map((title) => expect.stringMatching(title.replace(/\d+$/, "\\d+"))),
  );
  expect(atom.entries?.map(({ title }) => title?.value)).toEqual(json.items?.map(({ title }) => title));
  expect(rss.items?.map(({ title }) => title)).toEqual(json.items?.map(({ title }) => title));
  expect(rss.items?.map(({ guid }) => guid?.value)).toEqual(json.items?.map(({ id }) => id));
  expect(atom.entries?.map(({ id }) => id)).toEqual(json.items?.map(({ id }) => id));
  expect(atom.links?.find(({ rel }) => rel === "self")?.href).toBe("https://flood.example/en/feed.atom");
  expect(JSON.parse(rawJson)).toMatchObject({ version: "https://jsonfeed.org/version/1.1" });
});

test("an entry keeps its id for ever; a corrected edition is marked as updated", () => {
  const [before, after] = [feedsOf(3), feedsOf(20)];
  const edition = (feeds: typeof before) => feeds.json.items?.find(({ title }) => title === "Edition 3");
  expect(edition(before)?.id).toBe("tag:flood.example,2031-03-05:edition/3/en");
  expect(edition(after)?.id).toBe(edition(before)?.id);
  const entry = after.atom.entries?.find(({ title }) => title?.value === "Edition 3");
  expect(entry?.updated).toBe("2031-03-05T12:20:00.000Z");
  expect(entry?.published).toBe("2031-03-05T12:07:00.000Z");
});

test("a correction says what was wrong, what is right and why", () => {
  const item = feedsOf(3, "uk").json.items?.find(({ title }) => title?.startsWith("Виправлення"));
  expect(item?.content_text).toMatch(/^Ми писали: .+\nПравильно: .+\nЧому: .+$/);
});

test("feeds hold the newest fifty", () => {
  const { rss, atom, json } = feedsOf(80);
  expect([rss.items?.length, atom.entries?.length, json.items?.length]).toEqual([50, 50, 50]);
});
