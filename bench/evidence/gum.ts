import nlp from "compromise";
import { readWeights } from "../../src/app/weights.ts";
import { readGum, type GumDocument } from "../../training/gum.ts";
import type { NameClass } from "../../training/name-gold.ts";
import type { BenchRow } from "../row.ts";
import { exactF1, namesFound, scoreDocuments, type ScoredName } from "./names.ts";
import { answersOf, personTasksOf, scorePeople } from "./people.ts";

const GOALS: Readonly<Record<NameClass, string>> = { person: "0.80", organisation: "0.60", place: "0.78" };

/** Names and whom pronouns mean, on GUM's test documents; names beside those of the library compromise. */
export function benchGum(folder: string): BenchRow[] {
  const model = readWeights();
  const documents = readGum(folder).filter(({ split }) => split === "test");
  const ours = scoreDocuments(documents, (one) => namesFound(one, model));
  const theirs = scoreDocuments(documents, peerNames);
  const people = { tasks: 0, right: 0 };
  for (const document of documents) {
    const score = scorePeople(personTasksOf(document), answersOf(document, model));
    people.tasks += score.tasks;
    people.right += score.right;
  }
  return [
    ...ours.map((score, i): BenchRow => {
      const peer = theirs[i];
      return {
        name: `names of kind ${score.kind}, exact; must be ${GOALS[score.kind]} (peer: compromise)`,
        ours: exactF1(score),
        peer: peer === undefined ? null : exactF1(peer),
        ratio: peer === undefined ? null : exactF1(score) / exactF1(peer),
        unit: "F1",
        goal: "",
      };
    }),
    {
      name: "pronoun or surname to the right person",
      ours: people.right / people.tasks,
      peer: null,
      ratio: null,
      unit: "of all",
      goal: "≥ 0.75",
    },
  ];
}

interface PeerTerms {
  readonly offset?: { readonly start: number; readonly length: number };
}

function peerNames({ text }: GumDocument): ScoredName[] {
  const document = nlp(text);
  const found = (view: { json(options: object): unknown }, kind: NameClass): ScoredName[] =>
    (view.json({ offset: true }) as readonly PeerTerms[]).flatMap(({ offset }) =>
      offset === undefined ? [] : [{ ...trimmed(text, offset.start, offset.start + offset.length), kind }],
    );
  return [
    ...found(document.people(), "person"),
    ...found(document.organizations(), "organisation"),
    ...found(document.places(), "place"),
  ];
}

/** Without the marks and the genitive that the library leaves at the end. */
function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  const own = text.slice(start, end).replace(/(?:['’]s)?[^\p{L}\p{N}]*$/u, "");
  return { start, end: start + own.length };
}
