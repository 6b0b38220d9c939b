import { readFile } from "node:fs/promises";
import { TocsinError } from "../model/error.ts";
import { proveEntry, verifyEntryProof, type EntryProof, type ProvenEntry } from "../record/proof.ts";
import { readRecord, type SiteReader } from "../record/reader.ts";

/** One entry of a site's record with its proof. Throws NOT_FOUND, and what reading a damaged record throws. */
export async function proveFromSite(reader: SiteReader, vkey: string, id: string): Promise<EntryProof> {
  const { entries, leaves, tree, checkpoint } = await readRecord(reader, vkey);
  const index = entries.findIndex((entry) => entry.id === id);
  const leaf = leaves[index];
  if (leaf === undefined) {
    throw new TocsinError("NOT_FOUND", `The record has no entry ${id}.`, {
      fix: "Entries are named like edition:3, statement:s14:1, correction:k2.",
    });
  }
  return proveEntry({ tree, index, leaf, checkpoint });
}

/** Checks a proof in a file. Throws NOT_FOUND, INPUT_INVALID, and what a false proof throws. */
export async function checkProofFile(file: string, vkey: string): Promise<ProvenEntry> {
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) throw new TocsinError("NOT_FOUND", `There is no file ${file}.`, { fix: "Check the path." });
  let proof: unknown;
  try {
    proof = JSON.parse(text);
  } catch {
    throw new TocsinError("INPUT_INVALID", `${file} holds no proof.`, {
      fix: "Name a file that `tocsin prove` wrote.",
    });
  }
  return verifyEntryProof(proof, vkey);
}
