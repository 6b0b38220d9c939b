import type { ColumnTypes, Migration } from "./migration.ts";

/**
 * Foreign keys stand only within what one port owns: each port can move to a database of its own, and ids of others
 * are checked by the stage that has both.
 */
export const first: Migration = {
  number: 1,
  name: "first",
  statements: (types) => [...log(types), ...intake(types), ...evidence(types), ...desk(types), ...access(types)],
};

function log({ integer, bytes }: ColumnTypes): string[] {
  return [
    `create table log_head (
      id ${integer} primary key check (id = 1),
      size ${integer} not null,
      checkpoint ${bytes}
    )`,
    `create table log_leaves (
      idx ${integer} primary key,
      leaf ${bytes} not null
    )`,
    // Always there, so that two writers of an empty log meet on a row as well.
    "insert into log_head (id, size) values (1, 0)",
  ];
}

function intake({ text, integer, counter }: ColumnTypes): string[] {
  return [
    `create table reports (
      id ${text} primary key,
      version ${integer} not null,
      url ${text} not null unique,
      publisher ${text} not null,
      sort_at ${text} not null,
      is_read ${integer} not null
    )`,
    "create index reports_newest on reports (sort_at desc, id)",
    "create index reports_by_read on reports (is_read, sort_at desc, id)",
    "create index reports_by_publisher on reports (publisher, sort_at desc, id)",
    `create table report_versions (
      report ${text} not null references reports (id) on delete cascade,
      version ${integer} not null,
      url ${text} not null,
      publisher ${text} not null,
      publisher_name ${text} not null,
      title ${text} not null,
      byline ${text} not null,
      language ${text},
      canonical_url ${text},
      published_at ${text},
      retrieved_at ${text} not null,
      sha256 ${text} not null,
      text_sha256 ${text} not null,
      text ${text} not null,
      primary key (report, version)
    )`,
    "create index report_versions_by_text on report_versions (text_sha256, publisher)",
    `create table report_search (
      report ${text} primary key references reports (id) on delete cascade,
      folded ${text} not null
    )`,
    `create table sources (
      seq ${counter},
      id ${text} not null unique,
      url ${text} not null unique,
      kind ${text} not null,
      publisher ${text},
      title ${text} not null,
      paused ${integer} not null,
      every_minutes ${integer} not null,
      next_poll_at ${text} not null,
      last_poll_at ${text},
      last_success_at ${text},
      failures ${integer} not null,
      last_error ${text} not null,
      etag ${text} not null,
      last_modified ${text} not null
    )`,
    "create index sources_due on sources (paused, next_poll_at)",
    `create table publishers (
      id ${text} primary key,
      name ${text} not null,
      country ${text} not null,
      owner_group ${text} not null,
      affiliation ${text} not null,
      home ${text} not null,
      reliability ${text} not null,
      reason_json ${text} not null
    )`,
    `create table intake_failures (
      seq ${counter},
      at ${text} not null,
      url ${text} not null,
      code ${text} not null,
      message ${text} not null,
      sha256 ${text},
      by_user ${text}
    )`,
    "create index intake_failures_newest on intake_failures (at desc, seq desc)",
  ];
}

function evidence({ text, integer, counter }: ColumnTypes): string[] {
  const suggestions = (name: string): string[] => [
    `create table ${name} (
      id ${text} primary key,
      report ${text} not null,
      version ${integer} not null,
      position ${integer} not null,
      value_json ${text} not null,
      verdict ${text},
      decided_by ${text},
      decided_at ${text},
      fix_json ${text}
    )`,
    // Holds the verdict too: the inbox counts from the index alone.
    `create index ${name}_of_report on ${name} (report, version, verdict)`,
  ];
  return [
    `create table suggestion_sets (
      report ${text} not null,
      version ${integer} not null,
      primary key (report, version)
    )`,
    ...suggestions("attributions"),
    ...suggestions("figures"),
    `create table claims (
      seq ${counter},
      id ${text} not null unique,
      revision ${integer} not null,
      status ${text} not null,
      title ${text} not null,
      reliability ${text} not null,
      credibility ${integer} not null,
      items_json ${text} not null
    )`,
    `create table claim_reports (
      claim ${text} not null references claims (id) on delete cascade,
      report ${text} not null,
      primary key (claim, report)
    )`,
    "create index claim_reports_by_report on claim_reports (report, claim)",
  ];
}

function desk({ text, integer, counter }: ColumnTypes): string[] {
  return [
    `create table drafts (
      id ${text} primary key,
      revision ${integer} not null,
      is_open ${integer} not null,
      saved_at ${text} not null
    )`,
    "create index drafts_newest on drafts (is_open desc, saved_at desc, id)",
    `create table draft_revisions (
      draft ${text} not null references drafts (id) on delete cascade,
      revision ${integer} not null,
      status ${text} not null,
      edition ${integer},
      content_json ${text} not null,
      saved_at ${text} not null,
      saved_by ${text} not null,
      primary key (draft, revision)
    )`,
    `create table proposals (
      id ${text} primary key,
      kind ${text} not null,
      statement ${text} not null,
      version ${integer} not null,
      reason_json ${text} not null,
      proposed_by ${text} not null,
      proposed_at ${text} not null,
      status ${text} not null,
      decided_by ${text},
      decided_at ${text}
    )`,
    "create index proposals_by_status on proposals (status, proposed_at desc, id)",
    `create table activity (
      seq ${counter},
      at ${text} not null,
      by_user ${text},
      action ${text} not null,
      about ${text} not null,
      note ${text} not null
    )`,
    "create index activity_newest on activity (at desc, seq desc)",
    "create index activity_by_subject on activity (about, at desc, seq desc)",
  ];
}

/** The only personal data. */
function access({ text, integer }: ColumnTypes): string[] {
  return [
    `create table users (
      id ${text} primary key,
      email ${text} not null,
      email_folded ${text} not null unique,
      name ${text} not null,
      role ${text} not null,
      disabled ${integer} not null,
      password_hash ${text} not null,
      created_at ${text} not null
    )`,
    `create table sessions (
      token_hash ${text} primary key,
      user_id ${text} not null,
      created_at ${text} not null,
      expires_at ${text} not null
    )`,
    "create index sessions_by_user on sessions (user_id)",
    "create index sessions_by_end on sessions (expires_at)",
    `create table links (
      token_hash ${text} primary key,
      purpose ${text} not null,
      user_id ${text},
      expires_at ${text} not null,
      used ${integer} not null
    )`,
  ];
}
