import type { Migration } from "./migration.ts";

/** What the evidence engine keeps: how a report was read, what people decided, where claims went, what pages repeat. */
export const evidenceEngine: Migration = {
  number: 2,
  name: "evidence-engine",
  statements: ({ text, integer, counter }) => [
    `alter table suggestion_sets add column language_supported ${integer} not null default 1`,
    `alter table claims add column merged_into ${text}`,
    `alter table claims add column apart_json ${text} not null default '[]'`,
    `alter table claims add column proposed_json ${text} not null default '[]'`,
    `alter table claims add column outline_json ${text}`,
    `create table boilerplate (
      publisher ${text} not null,
      fingerprint ${text} not null,
      text_sha256 ${text} not null,
      primary key (publisher, fingerprint, text_sha256)
    )`,
    `create table decisions (
      seq ${counter},
      at ${text} not null,
      kind ${text} not null,
      about ${text} not null,
      verdict ${text} not null,
      example_json ${text} not null
    )`,
  ],
};
