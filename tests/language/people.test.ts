import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { namesOf } from "../../src/language/names.ts";
import { peopleOf } from "../../src/language/people.ts";
import { meaningsOf } from "../../src/language/pronouns.ts";
import { resolverOf } from "../../src/language/resolve.ts";
import { readingOf } from "../../src/language/sentences.ts";
import { model } from "./model.ts";

/** Each pronoun with the name that it stands for. */
const meant = (text: string): string[] => {
  const reading = readingOf(text, model);
  const people = peopleOf(reading, namesOf(reading));
  return [...meaningsOf(reading, people, model.choose)].map(
    ([token, person]) => `${reading.tokens[token]?.text} ${person?.full ?? "-"}`,
  );
};
/** The full name for the words `phrase`, where they stand last in the text. */
const resolved = (text: string, phrase: string): string | null => {
  const reading = readingOf(text, model);
  const start = text.lastIndexOf(phrase);
  const from = reading.tokens.findIndex((token) => token.start >= start);
  const to = reading.tokens.findIndex((token) => token.start >= start + phrase.length);
  return resolverOf(reading).resolve({ from, to: to === -1 ? reading.tokens.length : to }, null);
};

describe("who is who", () => {
  test("surnames, first names, titles and initials go to the full name", () => {
    const text =
      "Mayor Daniel Okafor opened the bridge. Maria Lindholm watched. Okafor smiled. Mr. Okafor left early. D. Okafor was tired. Lindholm stayed.";
    const reading = readingOf(text, model);
    const { people, mentions } = peopleOf(reading, namesOf(reading));
    expect(people.map(({ full }) => full)).toEqual(["Daniel Okafor", "Maria Lindholm"]);
    expect(mentions.map(({ person }) => person)).toEqual([0, 1, 0, 0, 0, 1]);
  });

  test("he and she by gender and nearness", () => {
    expect(meant("Daniel Okafor met Maria Lindholm at the harbour. She showed him the plans. He thanked her.")).toEqual(
      ["She Maria Lindholm", "him Daniel Okafor", "He Daniel Okafor", "her Maria Lindholm"],
    );
  });

  test("papers, bodies and acronyms", () => {
    expect(resolved("The Varen Daily Post was late. On Sunday the paper said sorry.", "the paper")).toBe(
      "Varen Daily Post",
    );
    expect(resolved("The Ministry of Defence answered on Monday. Later the ministry said no.", "the ministry")).toBe(
      "Ministry of Defence",
    );
    expect(
      resolved(
        "The World Health Organization (WHO) sent a team. Two days later the WHO said more would come.",
        "the WHO",
      ),
    ).toBe("World Health Organization");
  });
});

describe("any text", () => {
  const words = fc.constantFrom(
    ..."Ana Brod Tom Mr. Dr. he she him her his himself said , . “ ” the paper WHO in Vienna 's Jr. \n\n A.".split(" "),
  );
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(words).map((list) => list.join(" ")),
  );

  test("never throws; every pronoun means somebody of the text or nobody", () => {
    fc.assert(
      fc.property(text, fc.nat(40), fc.nat(5), (any, from, length) => {
        const reading = readingOf(any, model);
        const known = peopleOf(reading, namesOf(reading));
        for (const person of meaningsOf(reading, known, model.choose).values())
          if (person !== null) expect(known.people).toContain(person);
        for (const mention of known.mentions) expect(known.people[mention.person]).toBeDefined();
        resolverOf(reading).resolve({ from, to: from + length }, null);
      }),
    );
  });
});
