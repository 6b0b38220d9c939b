import type { ErrorCode } from "../model/error.ts";
import type { SiteReader } from "./reader.ts";

/** Something that is not as it must be, and the file where that shows. */
export interface Problem {
  readonly code: ErrorCode;
  readonly file: string;
  readonly message: string;
}

/** Told how far a verification has come: files read, of how many. */
export type OnProgress = (filesRead: number, filesTotal: number) => void;

/** One walk over a site's files: reads them, remembers which were expected, gathers what is wrong. */
export class Inspection {
  readonly paths: ReadonlySet<string>;
  readonly #reader: SiteReader;
  readonly #onProgress: OnProgress | undefined;
  readonly #expected = new Set<string>();
  readonly #problems = new Map<string, Problem>();
  readonly #done = new Set<string>();

  private constructor(reader: SiteReader, paths: readonly string[], onProgress?: OnProgress) {
    this.#reader = reader;
    this.paths = new Set(paths);
    this.#onProgress = onProgress;
  }

  static async of(reader: SiteReader, onProgress?: OnProgress): Promise<Inspection> {
    return new Inspection(reader, await reader.list(), onProgress);
  }

  /** Files that were read. */
  get done(): number {
    return this.#done.size;
  }

  /** A file that must be there; null, and a problem, when it is not or cannot be read. */
  async expect(path: string): Promise<Uint8Array | null> {
    this.#expected.add(path);
    try {
      const bytes = await this.#reader.read(path);
      if (bytes === null) {
        this.problem("FILE_MISSING", path, "The file is missing.");
        return null;
      }
      this.#done.add(path);
      this.#onProgress?.(this.#done.size, this.paths.size);
      return bytes;
    } catch (error) {
      const why = error instanceof Error ? error.message : "";
      this.problem("FILE_MISSING", path, `The file cannot be read: ${why}`);
      return null;
    }
  }

  /** Lets files be there without a check, because what would tell about them is itself damaged. */
  excuse(paths: Iterable<string>): void {
    for (const path of paths) this.#expected.add(path);
  }

  isExpected(path: string): boolean {
    return this.#expected.has(path);
  }

  /** Notes a problem; the same one only once, however many checks come across it. */
  problem(code: ErrorCode, file: string, message: string): void {
    this.#problems.set(`${code} ${file} ${message}`, { code, file, message });
  }

  /** Everything that is wrong, by file. */
  problems(): readonly Problem[] {
    const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
    return [...this.#problems.values()].toSorted((a, b) => order(a.file, b.file) || order(a.code, b.code));
  }
}
