/** Each role may do what the ones before it may, and more; desk/permission.ts has the table. */
export const ROLES = ["analyst", "editor", "approver", "administrator"] as const;
export type Role = (typeof ROLES)[number];

export function isRole(value: unknown): value is Role {
  return ROLES.some((role) => role === value);
}
