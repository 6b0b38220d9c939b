import pc from "picocolors";

/** What is logged. Business events and failures share one shape; values are short and never secret. */
export interface LogEvent {
  readonly level: "info" | "warn" | "error";
  /** Stable name: `edition.published`, `feed.failed`, `http.error`. */
  readonly event: string;
  readonly [field: string]: string | number | boolean | null | undefined;
}

export type Logger = (event: LogEvent) => void;

const SECRET = /password|token|secret|cookie|authorization|link/i;

/** The only place where log lines are made: fields with a secret's name never leave it. */
export function createLogger(format: "json" | "pretty" | "silent", write: (line: string) => void): Logger {
  if (format === "silent") return () => {};
  return (event) => {
    const safe = Object.fromEntries(
      Object.entries(event).map(([key, value]) => [key, SECRET.test(key) ? "[redacted]" : value]),
    );
    const time = new Date().toISOString();
    if (format === "json") {
      write(`${JSON.stringify({ time, ...safe })}\n`);
      return;
    }
    const { level, event: name, ...rest } = safe;
    const colour = level === "error" ? pc.red : level === "warn" ? pc.yellow : pc.dim;
    const fields = Object.entries(rest).map(([key, value]) => `${key}=${String(value)}`);
    write(`${colour(`${time.slice(11, 19)} ${String(name)}`)} ${fields.join(" ")}\n`);
  };
}
