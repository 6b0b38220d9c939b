/** Relations of Universal Dependencies that the parser tells apart; rarer subtypes count as their main one. */
export const RELATIONS = [
  "root",
  "nsubj",
  "nsubj:pass",
  "csubj",
  "obj",
  "iobj",
  "obl",
  "obl:agent",
  "ccomp",
  "xcomp",
  "advcl",
  "acl",
  "acl:relcl",
  "parataxis",
  "appos",
  "nmod",
  "nmod:poss",
  "compound",
  "compound:prt",
  "flat",
  "fixed",
  "amod",
  "det",
  "case",
  "mark",
  "aux",
  "aux:pass",
  "cop",
  "cc",
  "conj",
  "punct",
  "advmod",
  "nummod",
  "expl",
  "discourse",
  "vocative",
  "list",
  "dep",
] as const;
export type Relation = (typeof RELATIONS)[number];

const INDEX: ReadonlyMap<string, number> = new Map(RELATIONS.map((relation, i) => [relation, i]));

/** Index in `RELATIONS` of a relation with any subtype; that of "dep" for one that is not told apart. */
export function relationIndex(relation: string): number {
  return INDEX.get(relation) ?? INDEX.get(relation.split(":")[0] ?? "") ?? RELATIONS.length - 1;
}
