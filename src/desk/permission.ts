import { TocsinError } from "../model/error.ts";
import { ROLES, type Role } from "../model/role.ts";

/** Everything that can be done on the desk, and the least role that may do it. */
const LEAST_ROLE = {
  "desk.read": "analyst",
  "report.import": "analyst",
  "report.mark": "analyst",
  "suggestion.decide": "analyst",
  "claim.edit": "analyst",
  "claim.grade": "analyst",
  "password.change": "analyst",
  "source.edit": "editor",
  "publisher.edit": "editor",
  "draft.edit": "editor",
  "reply.edit": "editor",
  "withdrawal.propose": "editor",
  "notice.propose": "editor",
  "delivery.edit": "editor",
  "edition.publish": "approver",
  "statement.correct": "approver",
  "withdrawal.approve": "approver",
  "notice.approve": "approver",
  "user.edit": "administrator",
  "office.edit": "administrator",
} as const satisfies Record<string, Role>;

export type Permission = keyof typeof LEAST_ROLE;

export const PERMISSIONS = Object.keys(LEAST_ROLE) as readonly Permission[];

/** May somebody in this role do it? */
export function may(role: Role, permission: Permission): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(LEAST_ROLE[permission]);
}

/** Throws AUTH_FORBIDDEN, naming the role that is needed. */
export function demand(role: Role, permission: Permission): void {
  if (may(role, permission)) return;
  const needed = LEAST_ROLE[permission];
  throw new TocsinError("AUTH_FORBIDDEN", `This needs the role “${needed}”; you are signed in as “${role}”.`, {
    fix: `Ask somebody with the role “${needed}” to do it, or an administrator to change your role.`,
    detail: { permission, needed, role },
  });
}
