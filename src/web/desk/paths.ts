import type { DispatchId } from "../../model/id.ts";

/**
 * Every address of the desk, in one place. Each takes the ids that it needs; a name that starts with `:` stays as it
 * is, so the same builders give the router its patterns (`paths.report(":id")`).
 */
export const DESK_ROOT = "/desk";

export type Query = Readonly<Record<string, string | number | undefined | null>>;

/** A path and its query; empty and absent values are left out. */
export function withQuery(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}

const part = (text: string): string => (text.startsWith(":") ? text : encodeURIComponent(text));
const at = (...parts: string[]): string => [DESK_ROOT, ...parts.map(part)].join("/");

/** A dispatch's id has slashes, which many servers in front take for their own: `edition:12~email`. */
const dispatchPart = (id: string): string => id.replaceAll("/", "~");

/** The dispatch that a part of an address names. */
export function dispatchOf(text: string): DispatchId {
  return text.replaceAll("~", "/") as DispatchId;
}

export const paths = {
  home: () => DESK_ROOT,
  asset: (name: string) => at("assets", name),
  signIn: (query: Query = {}) => withQuery(at("sign-in"), query),
  signOut: () => at("sign-out"),
  link: (token: string) => at("link", token),
  language: () => at("language"),
  keys: () => at("keys"),
  password: () => at("password"),

  users: () => at("users"),
  invited: (key: string) => at("users", "invited", key),
  userRole: (id: string) => at("users", id, "role"),
  userDisabled: (id: string) => at("users", id, "disabled"),
  activity: (query: Query = {}) => withQuery(at("activity"), query),

  inbox: (query: Query = {}) => withQuery(at("inbox"), query),
  backlog: () => at("inbox", "backlog"),
  importUrl: () => at("import", "address"),
  importFile: () => at("import", "files"),
  imported: (key: string) => at("import", "outcome", key),
  failures: () => at("import", "failures"),
  sources: () => at("sources"),
  sourcePaused: (id: string) => at("sources", id, "paused"),
  sourcePoll: (id: string) => at("sources", id, "poll"),
  sourceRemove: (id: string) => at("sources", id, "remove"),
  publishers: () => at("publishers"),
  publisher: (id: string) => at("publishers", id),

  report: (id: string, query: Query = {}) => withQuery(at("reports", id), query),
  reportRead: (id: string) => at("reports", id, "read"),
  reportClaim: (id: string) => at("reports", id, "claim"),
  attributionByHand: (report: string, query: Query = {}) =>
    withQuery(at("reports", report, "attributions", "new"), query),
  figureByHand: (report: string, query: Query = {}) => withQuery(at("reports", report, "figures", "new"), query),
  attribution: (report: string, id: string) => at("reports", report, "attributions", id),
  figure: (report: string, id: string) => at("reports", report, "figures", id),

  claims: (query: Query = {}) => withQuery(at("claims"), query),
  claim: (id: string, query: Query = {}) => withQuery(at("claims", id), query),
  claimItems: (id: string) => at("claims", id, "items"),
  claimStatus: (id: string) => at("claims", id, "status"),
  claimTitle: (id: string) => at("claims", id, "title"),
  claimGrade: (id: string) => at("claims", id, "grade"),
  claimAttach: (id: string) => at("claims", id, "attach"),
  claimSplit: (id: string) => at("claims", id, "split"),
  claimMerge: (id: string) => at("claims", id, "merge"),
  claimProposed: (id: string) => at("claims", id, "proposed"),
  undo: (key: string) => at("undo", key),

  drafts: () => at("drafts"),
  draft: (id: string) => at("drafts", id),
  draftSave: (id: string) => at("drafts", id, "save"),
  draftMerge: (id: string) => at("drafts", id, "merge"),
  draftSeen: (id: string) => at("drafts", id, "seen"),
  draftEvidence: (id: string, key: string, query: Query = {}) => withQuery(at("drafts", id, "evidence", key), query),
  draftPublish: (id: string) => at("drafts", id, "publish"),
  draftDiscard: (id: string) => at("drafts", id, "discard"),
  preview: (id: string, lang: string) => at("drafts", id, "preview", lang),

  statements: () => at("statements"),
  statement: (id: string) => at("statements", id),
  statementCorrect: (id: string) => at("statements", id, "correct"),
  statementWithdraw: (id: string) => at("statements", id, "withdraw"),
  proposals: () => at("proposals"),
  proposalApprove: (id: string) => at("proposals", id, "approve"),
  proposalRefuse: (id: string) => at("proposals", id, "refuse"),

  notices: () => at("notices"),
  noticeNew: () => at("notices", "new"),
  noticeReplace: (id: string) => at("notices", id, "replace"),
  noticeEnd: (id: string) => at("notices", id, "end"),

  delivery: (query: Query = {}) => withQuery(at("delivery"), query),
  dispatch: (id: string) => at("delivery", dispatchPart(id)),
  dispatchPaused: (id: string) => at("delivery", dispatchPart(id), "paused"),
  dispatchRetry: (id: string) => at("delivery", dispatchPart(id), "retry"),

  replies: () => at("replies"),
  reply: (id: string) => at("replies", id),
} as const;

/** `next` when it is an address of the desk, else the desk's first page. Never leads to another site. */
export function insideDesk(next: string | null | undefined): string {
  if (next === null || next === undefined) return paths.home();
  const inside = next === DESK_ROOT || next.startsWith(`${DESK_ROOT}/`) || next.startsWith(`${DESK_ROOT}?`);
  return inside && !/[\\\s]|\/\/|\.\./.test(next) ? next : paths.home();
}
