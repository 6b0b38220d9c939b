import { expect, test } from "vitest";
import type { ReportId } from "../../src/model/id.ts";
import { passageOf, type Passage } from "../../src/model/span.ts";
import type { Attribution } from "../../src/model/attribution.ts";
import { actor, openOffice, type TestOffice } from "./office.ts";

const analyst = actor("analyst");

async function imported(office: TestOffice, publisher: string, text: string): Promise<ReportId> {
  const bytes = new TextEncoder().encode(`Міст закрито\n\n${text}`);
  const outcome = await office.desk.intake.importFile(analyst, { name: `${publisher}.txt`, bytes, publisher });
  expect(outcome.message).toBe("");
  await office.desk.intake.settled();
  return outcome.report as ReportId;
}

function said(text: string, source: string, content: string): Attribution {
  const passage = (words: string): Passage =>
    passageOf(text, [[text.indexOf(words), text.indexOf(words) + words.length]]);
  const who = { ...passage(source), resolved: null };
  const rest = { cue: null, mode: "indirect", carriers: [], parent: null, signals: [] } as const;
  return { ...rest, source: who, content: passage(content) };
}

test("who said what can be marked in a language that the machine does not read, taken away and put back", async () => {
  const office = await openOffice();
  try {
    const { intake, evidence } = office.desk;
    const content = "міст через річку Ольху закрито до четверга через тріщини в опорах";
    const id = await imported(office, "Вісник", `Мерія повідомила, що ${content}. Рух пустили в обхід.`);
    const view = await intake.report(analyst, id);
    expect(view.reading).toBe("language-not-supported");
    const made = said(view.report.text, "Мерія", content);
    const marked = await evidence.addAttribution(analyst, id, 1, made);
    expect((await intake.report(analyst, id)).attributions).toMatchObject([
      { id: marked, byHand: true, decision: { verdict: "accepted" } },
    ]);
    await evidence.decideAttribution(analyst, marked, "rejected");
    await evidence.undoAttribution(analyst, marked);
    expect((await intake.report(analyst, id)).attributions[0]?.decision?.verdict).toBe("accepted");
    const decisions = await evidence.decisions(analyst, 0, 10);
    expect(decisions.map(({ verdict }) => verdict)).toEqual(["added", "rejected", "undone"]);
    expect(decisions[0]?.example).toMatchObject({ suggestion: null, fix: { content: { text: content } } });

    const shifted = { ...made, content: { text: content, spans: [[0, 5]] } } as const;
    await expect(evidence.addAttribution(analyst, id, 1, shifted)).rejects.toMatchObject({ code: "INPUT_INVALID" });
    await expect(evidence.addAttribution(analyst, id, 7, made)).rejects.toMatchObject({ code: "NOT_FOUND" });
  } finally {
    await office.close();
  }
});

test("what was marked by hand in two reports is gathered into one claim", async () => {
  const office = await openOffice();
  try {
    const { intake, evidence } = office.desk;
    const content = "міст через річку Ольху закрито до четверга через тріщини в опорах";
    for (const publisher of ["Вісник", "Кур’єр"]) {
      const id = await imported(office, publisher, `За словами мерії, ${content}. Це читали у виданні ${publisher}.`);
      const { report } = await intake.report(analyst, id);
      await evidence.addAttribution(analyst, id, 1, said(report.text, "мерії", content));
    }
    await expect.poll(async () => (await evidence.claims(analyst, {})).map(({ items }) => items.length)).toEqual([2]);
  } finally {
    await office.close();
  }
});
