import { chmodSync, existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { TocsinError } from "../../src/model/error.ts";
import { sha256, type Sha256 } from "../../src/model/sha256.ts";
import { copyTree } from "../../src/store/backup.ts";
import { createSnapshotStore } from "../../src/store/snapshots.ts";
import { describeSnapshotStore } from "../intake/contract/snapshot-store.ts";
import { temporaryDirectory } from "./places.ts";

describeSnapshotStore("files", async () => {
  const { dir, remove } = await temporaryDirectory();
  return { store: createSnapshotStore(join(dir, "snapshots")), close: remove };
});

const bytes = new TextEncoder().encode("captured");
const name = sha256(bytes);
const fileIn = (dir: string): string => join(dir, name.slice(0, 2), name.slice(2, 4), name);

test("lies where its name says, without anything beside it", async () => {
  const { dir, remove } = await temporaryDirectory();
  await createSnapshotStore(dir).put(bytes);
  expect(readdirSync(join(dir, name.slice(0, 2), name.slice(2, 4)))).toEqual([name]);
  expect(statSync(fileIn(dir)).mode & 0o077).toBe(0);
  await remove();
});

test("damaged bytes count as missing, are reported, and the next put repairs them", async () => {
  const { dir, remove } = await temporaryDirectory();
  const heard: TocsinError[] = [];
  const store = createSnapshotStore(dir, (error) => heard.push(error));
  await store.put(bytes);
  writeFileSync(fileIn(dir), "captureD");
  expect(await store.get(name)).toBeNull();
  expect(heard.map((error) => [error.code, error.detail["sha256"]])).toEqual([["FILE_CHANGED", name]]);
  await store.put(bytes);
  expect(await store.get(name)).toEqual(bytes);
  await remove();
});

test("a name that is no hash leads nowhere", async () => {
  const { dir, remove } = await temporaryDirectory();
  for (const wrong of ["../../etc/passwd", "", "ab", `${name}/..`, name.toUpperCase()]) {
    expect(await createSnapshotStore(dir).get(wrong as Sha256)).toBeNull();
  }
  await remove();
});

test("copyTree copies finished files with their modes, and nothing from a place that is not there", async () => {
  const { dir, remove } = await temporaryDirectory();
  const from = join(dir, "from");
  await createSnapshotStore(from).put(bytes);
  writeFileSync(`${fileIn(from)}.0a.part`, "half");
  chmodSync(fileIn(from), 0o400);
  expect(await copyTree(from, join(dir, "to"))).toEqual({ files: 1, bytes: bytes.length });
  expect(await createSnapshotStore(join(dir, "to")).get(name)).toEqual(bytes);
  expect(statSync(fileIn(join(dir, "to"))).mode & 0o777).toBe(0o400);
  expect(existsSync(`${fileIn(join(dir, "to"))}.0a.part`)).toBe(false);
  expect(await copyTree(join(dir, "nowhere"), join(dir, "to2"))).toEqual({ files: 0, bytes: 0 });
  await remove();
});
