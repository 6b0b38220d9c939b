/** Tells what is being done just now; the next call replaces it. */
export type Progress = (doing: string) => void;

/** One line that is overwritten on a terminal; elsewhere a line every few seconds. */
export function createProgress(name: string, stream: NodeJS.WriteStream = process.stderr): Progress {
  const PAUSE_MS = 10_000;
  let last = Number.NEGATIVE_INFINITY;
  return (doing) => {
    const text = `  ${name}: ${doing}`;
    if (stream.isTTY) {
      stream.write(`\r\u001b[K${text}`);
      return;
    }
    if (performance.now() - last < PAUSE_MS) return;
    last = performance.now();
    stream.write(`${text}\n`);
  };
}

export function endProgress(stream: NodeJS.WriteStream = process.stderr): void {
  if (stream.isTTY) stream.write("\r\u001b[K");
}
