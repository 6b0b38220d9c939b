import { readFileSync } from "node:fs";

/** The cases of one set: a JSON value on each line. */
export function readCases<Case>(path: string): Case[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Case);
}
