import type { ErrorCode } from "../../model/error.ts";

/** What the desk tells the log. Never what somebody typed, never tokens. */
export type DeskEvent =
  | {
      readonly event: "desk.error";
      /** Number that the person was shown. */
      readonly reference: string;
      readonly method: string;
      readonly path: string;
      readonly message: string;
      readonly stack: string;
    }
  | { readonly event: "desk.refused"; readonly code: ErrorCode; readonly method: string; readonly path: string };

export type DeskLogger = (event: DeskEvent) => void;
