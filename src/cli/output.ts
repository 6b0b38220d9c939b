import pc from "picocolors";

/** A line for the person. */
export function say(line = ""): void {
  process.stdout.write(`${line}\n`);
}

/** A step that is done. */
export function done(line: string): void {
  say(`${pc.green("✓")} ${line}`);
}

/** One line that is rewritten while work goes on; nothing where the output is not a terminal. */
export function progress(line: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001B[K${pc.dim(line)}`);
}

/** A bar for long work: `evidence ━━━━━───── 1,204 of 10,000`. */
export function progressBar(what: string, done: number, total: number): void {
  const width = 30;
  const full = total === 0 ? width : Math.floor((done / total) * width);
  const count = `${done.toLocaleString("en")} of ${total.toLocaleString("en")}`;
  progress(`${what} ${"━".repeat(full)}${"─".repeat(width - full)} ${count}`);
}

export function clearProgress(): void {
  if (process.stdout.isTTY) process.stdout.write("\r\u001B[K");
}

/** A label and its value, aligned. */
export function field(label: string, value: string): void {
  say(`  ${pc.dim(label.padEnd(14))} ${value}`);
}
