import { readFileSync } from "node:fs";

const packageJson = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

/** Name and version, as publications name the program that rendered them. */
export const PROGRAM = `tocsin ${packageJson.version}`;
