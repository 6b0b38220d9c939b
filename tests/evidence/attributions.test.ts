import { describe, expect, test } from "vitest";
import { readEvidence } from "../../src/evidence/read.ts";
import { model } from "../language/model.ts";
import type { Attribution } from "../../src/model/attribution.ts";

const read = (text: string, publisherName = "The Gazette"): Attribution[] =>
  readEvidence(text, { language: "en", publisherName, publishedAt: null }, model).attributions;

/** Who, cue and what of each attribution, as one line each. */
const lines = (text: string): string[] =>
  read(text).map((a) => `${a.source?.text ?? "-"} | ${a.cue?.text ?? "-"} | ${a.content.text}`);
const only = (text: string): Attribution => {
  const found = read(text);
  expect(lines(text)).toHaveLength(1);
  return found[0] as Attribution;
};

describe("direct, mixed and indirect", () => {
  const cases: [text: string, line: string, mode: string][] = [
    [
      "“The bridge will hold until spring,” Mayor Ana Brod said.",
      "Mayor Ana Brod | said | “The bridge will hold until spring,”",
      "direct",
    ],
    [
      "“The bridge will hold until spring,” said Mayor Ana Brod.",
      "Mayor Ana Brod | said | “The bridge will hold until spring,”",
      "direct",
    ],
    [
      "‘The bridge won’t hold,’ said Ana Brod, the mayor of Veshna, on Monday.",
      "Ana Brod, the mayor of Veshna | said | ‘The bridge won’t hold,’",
      "direct",
    ],
    ["«The bridge will hold», said the mayor.", "the mayor | said | «The bridge will hold»", "direct"],
    ["„The bridge will hold“, the mayor said.", "the mayor | said | „The bridge will hold“", "direct"],
    [
      '"The bridge will hold," the mayor told reporters on Tuesday.',
      'the mayor | told | "The bridge will hold,"',
      "direct",
    ],
    [
      "The mayor said that the bridge would hold until spring.",
      "The mayor | said | that the bridge would hold until spring",
      "indirect",
    ],
    ["On Monday the mayor said the bridge would hold.", "the mayor | said | the bridge would hold", "indirect"],
    [
      "The bridge would hold until spring, the mayor said.",
      "the mayor | said | The bridge would hold until spring",
      "indirect",
    ],
    [
      "The mayor said the bridge was “a marvel of patient engineering” that would hold.",
      "The mayor | said | the bridge was “a marvel of patient engineering” that would hold",
      "mixed",
    ],
    [
      "Mayor Brod: The bridge will hold until spring.",
      "Mayor Brod | : | The bridge will hold until spring",
      "indirect",
    ],
    [
      "The minister accused the council of hiding the figures.",
      "The minister | accused | the council of hiding the figures",
      "indirect",
    ],
    ["Veshna vowed to rebuild the harbour.", "Veshna | vowed | to rebuild the harbour", "indirect"],
    [
      "According to the harbour office, two ferries were damaged.",
      "the harbour office | According to | two ferries were damaged",
      "indirect",
    ],
    [
      "Two ferries were damaged, according to the harbour office.",
      "the harbour office | according to | Two ferries were damaged",
      "indirect",
    ],
    [
      "The council rejected Brod’s claim that the bridge was safe.",
      "Brod | claim | that the bridge was safe",
      "indirect",
    ],
  ];
  test.each(cases)("%s", (text, line, mode) => {
    expect(lines(text)).toContain(line);
    expect(read(text).find((a) => line.endsWith(`| ${a.content.text}`))?.mode).toBe(mode);
  });
});

describe("content in parts", () => {
  test("“…,” X said, “…”", () => {
    const a = only("“The bridge,” the mayor said, “will hold until spring.”");
    expect(a.content.spans).toHaveLength(2);
    expect(a.content.text).toBe("“The bridge,” “will hold until spring.”");
  });

  test("“…,” X said. “…” goes on behind the full stop, but not when the next cue claims it", () => {
    expect(only("“It holds,” said the mayor. “We checked it twice.”").content.text).toBe(
      "“It holds,” “We checked it twice.”",
    );
    expect(lines("“It holds,” said the mayor. “It does not,” said the engineer.")).toEqual([
      "the mayor | said | “It holds,”",
      "the engineer | said | “It does not,”",
    ]);
  });

  test("a quotation over several sentences is one content", () => {
    expect(only("“It holds. We checked it. It is safe,” the mayor said.").content.text).toBe(
      "“It holds. We checked it. It is safe,”",
    );
  });

  test("a parenthesis inside: …, X said, …", () => {
    expect(only("The latest test, the army said, was the biggest so far.").content.text).toBe(
      "The latest test was the biggest so far",
    );
  });

  test("a parenthesis inside: …, according to X, …", () => {
    expect(only("The ferry, according to the harbour office, was empty at the time.").content.text).toBe(
      "The ferry was empty at the time",
    );
  });
});

describe("who", () => {
  test("surnames, pronouns and short names are resolved to full names", () => {
    const found = read(
      "General Ana Brod said the road was open. Brod said the bridge would follow. “It takes a week,” she said.",
    );
    expect(found.map((a) => a.source?.resolved)).toEqual(["Ana Brod", "Ana Brod", "Ana Brod"]);
    const papers = read(
      "The Varen Daily Post reported that the road was open. The Post reported that the bridge was closed. The paper said that both were damaged.",
    );
    expect(papers.map((a) => a.source?.resolved)).toEqual(["Varen Daily Post", "Varen Daily Post", "Varen Daily Post"]);
  });

  test("a source keeps its office and apposition", () => {
    expect(only("Ana Brod, who leads the harbour office, said the ferry was empty.").source?.text).toContain(
      "Ana Brod",
    );
    expect(only("Ana Brod, the harbour master of Veshna, said the ferry was empty.").source?.text).toBe(
      "Ana Brod, the harbour master of Veshna",
    );
  });

  test("an office before a name is no name of its own", () => {
    expect(only("Chairman of the Joint Chiefs of Staff Ana Q. Brod said the road was open.").source?.resolved).toBe(
      "Ana Q. Brod",
    );
    expect(only("Green Party candidate for US president Ana Brod said the road was open.").source?.resolved).toBe(
      "Ana Brod",
    );
    expect(only("The campaign of Ana Brod said the road was open.").source?.resolved).toBeNull();
  });

  test("one subject of several verbs speaks each time", () => {
    const found = read(
      "The mayor visited the harbour and said that the ferry was empty, adding that the pier was closed.",
    );
    expect(found.map((a) => `${a.source?.text} ${a.content.text}`)).toEqual([
      "The mayor that the ferry was empty",
      "The mayor that the pier was closed",
    ]);
  });
});

describe("through whom", () => {
  test("a report of a report carries it", () => {
    const found = read("The Varen Times reported that officials said the dam was safe.");
    expect(found.map((a) => [a.source?.text, a.parent, a.carriers])).toEqual([
      ["The Varen Times", null, []],
      ["officials", 0, ["Varen Times"]],
    ]);
  });

  test("the paper that was told carries it, but never the report’s own publisher", () => {
    expect(only("Ana Brod told the Varen Times that the dam was safe.").carriers).toEqual(["Varen Times"]);
    expect(only("Ana Brod told reporters that the dam was safe.").carriers).toEqual([]);
    expect(read("Ana Brod told the Varen Times that the dam was safe.", "Varen Times")[0]?.carriers).toEqual([]);
  });

  test("what a quoted person relays stands inside the quotation", () => {
    const found = read("“Russian officials have stated that they would respond,” Kishore wrote.");
    expect(found.find((a) => a.source?.text === "Russian officials")).toMatchObject({
      parent: 1,
      carriers: ["Kishore"],
    });
  });
});

describe("what the text says of a remark", () => {
  test("silence", () => {
    for (const [text, source] of [
      ["The ministry declined to comment on the figures.", "The ministry"],
      ["A spokesman for the ministry did not immediately respond to questions.", "A spokesman for the ministry"],
      ["Requests for comment from the harbour office have gone unanswered.", "the harbour office"],
      ["The mayor could not be reached for comment.", "The mayor"],
    ] as const) {
      const silent = read(text).filter((a) => a.signals.includes("no-answer"));
      expect(silent.map((a) => a.source?.text)).toEqual([source]);
    }
  });

  test("denial", () => {
    expect(only("The army denied that the depot was hit.").signals).toEqual(["denied"]);
    expect(only("The army said that the depot was hit.").signals).toEqual([]);
  });

  test("irony that is explained later marks the remark", () => {
    const found = read(
      "“Tomorrow we shall all swim,” President Ana Brod said. Brod’s office had to clarify that she had said it with irony.",
    );
    expect(found[0]?.signals).toContain("ironic");
  });

  test.each([
    ["Did the mayor say that the bridge was safe?", ["question"]],
    ["If the mayor says that the bridge is safe, the ferry will stop.", ["conditional"]],
    ["The mayor would say that the bridge was safe.", ["conditional"]],
    ["The mayor did not say that the bridge was safe.", ["negated"]],
    ["Nobody said that the bridge was safe.", ["negated"]],
    ["The mayor declined to say when the bridge would open.", ["no-answer"]],
    ["The mayor has said that the bridge is safe.", []],
  ])("no plain assertion: %s", (text, signals) => {
    expect(only(text).signals).toEqual(signals);
  });

  test("hearsay, and quotations that nobody is given for", () => {
    expect(only("The depot was reportedly hit in May.")).toMatchObject({ source: null, signals: ["unattributed"] });
    expect(only("Reports that the dam had failed were false.")).toMatchObject({
      source: null,
      content: { text: "that the dam had failed" },
      signals: ["unattributed"],
    });
    const [orphan] = read("The street was empty. “Nobody came to help us for three whole days.” Rain fell.");
    expect(orphan).toMatchObject({ source: null, cue: null, mode: "direct", signals: ["unattributed"] });
    expect(lines("He reads ‘The Long Way Home to Veshna’ on the tram. The “so-called experts” slept.")).toEqual([]);
  });

  test("nobody named", () => {
    expect(only("It was reported that the depot was hit.")).toMatchObject({ source: null, signals: ["unattributed"] });
  });
});

describe("chains", () => {
  test.each([
    [
      "Radio Oster, citing a coastguard lieutenant, said the ferry had been turned back.",
      "a coastguard lieutenant",
      ["Radio Oster"],
    ],
    [
      "The ferry will not sail, the Vell Observer reported on Friday, citing two officials.",
      "two officials",
      ["Vell Observer"],
    ],
    [
      "The Vell Observer quoted an unnamed colonel as saying that the road was open.",
      "an unnamed colonel",
      ["Vell Observer"],
    ],
    ["The mayor said she had been told by her deputy that the pier was safe.", "her deputy", ["mayor"]],
    [
      "Quarterline has learned from a member of the inquiry that the pilot was asleep.",
      "a member of the inquiry",
      ["Quarterline"],
    ],
    [
      "“The pier is safe,” the engineer, quoted by the Morning Beacon, said on Sunday.",
      "the engineer",
      ["Morning Beacon"],
    ],
    ["In a letter seen by the Harbour Times, the pilot wrote that the pier was safe.", "the pilot", ["Harbour Times"]],
    [
      "Asked by Channel Nine whether the pier was safe, the pilot answered that it was not.",
      "the pilot",
      ["Channel Nine"],
    ],
    ["A pilot who lost his boat told the Ledger that the pier was safe.", "A pilot who lost his boat", ["Ledger"]],
    [
      "As the Brask Weekly first reported, the owners had been told by a geologist that the roof was wet.",
      "a geologist",
      ["Brask Weekly"],
    ],
    ["A TNA reporter said rescuers had told him that the roof was wet.", "rescuers", ["TNA"]],
    ["The Anvil reported that the pilot said his wife believed the pier was safe.", "his wife", ["Anvil", "pilot"]],
  ])("%s", (text, source, carriers) => {
    const found = read(text).filter((a) => a.source?.text.startsWith(source) === true);
    expect(found.map((a) => a.carriers)).toContainEqual(carriers);
  });

  test("those who are only spoken to carry nothing", () => {
    expect(only("The mayor told parliament that the pier was safe.").carriers).toEqual([]);
    expect(only("The mayor told the police that the pier was safe.").carriers).toEqual([]);
  });
});

describe("thoughts, passives, relative clauses", () => {
  test.each([
    ["The engineer is confident that the pier will hold.", "The engineer | is confident | that the pier will hold"],
    ["The pilots want to strike.", "The pilots | want | to strike"],
    ["The plan was criticised by the pilots as too slow.", "the pilots | was criticised | The plan as too slow"],
    ["The pilots are expected to strike.", "- | are expected | The pilots to strike"],
    [
      "The pilots made a promise that they would not strike.",
      "The pilots | made a promise | that they would not strike",
    ],
    ["He made a remark about the pier, a remark that the pilots rejected.", "the pilots | rejected | a remark"],
    ["The mayor pointed out that the pier was old.", "The mayor | pointed out | that the pier was old"],
    ["She’s claiming that the pier is old.", "She | ’s claiming | that the pier is old"],
  ])("%s", (text, line) => {
    expect(lines(text)).toContain(line);
  });
});

describe("no attribution", () => {
  test.each([
    "The so-called ‘peace centre’ was closed.",
    "The statement was long and the report was short.",
    "The United States and the ‘free’ world stood by.",
    "The soldiers’ return and the workers’ march passed quietly.",
    "The driver called a colleague and found the keys in a boot.",
    "A keeper who knows how to whistle feeds the penguins.",
  ])("%s", (text) => {
    expect(lines(text)).toEqual([]);
  });

  test("other languages give none, and say so", () => {
    const german =
      "Der Bürgermeister sagte, dass die Brücke bis zum Frühjahr halten werde, und dankte allen Helfern für ihre Arbeit.";
    for (const language of ["de", null]) {
      const evidence = readEvidence(german, { language, publisherName: "", publishedAt: null }, model);
      expect(evidence).toMatchObject({ attributions: [], languageSupported: false });
    }
    expect(
      readEvidence(
        "The mayor said that the bridge was safe and that it would hold.",
        {
          language: null,
          publisherName: "",
          publishedAt: null,
        },
        model,
      ).languageSupported,
    ).toBe(true);
  });
});
