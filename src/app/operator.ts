import type { UserId } from "../model/id.ts";
import type { Actor } from "../web/ports.ts";

/**
 * Who acts on the command line: whoever may read the data folder may take reports in, but publishes nothing.
 */
export const operator: Actor = { user: "u-operator" as UserId, name: "Command line", email: "", role: "analyst" };
