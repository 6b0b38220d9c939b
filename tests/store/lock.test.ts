import { join } from "node:path";
import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lockDataDirectory } from "../../src/store/lock.ts";
import { startChild } from "./children.ts";
import { temporaryDirectory } from "./places.ts";

test("one holder at a time, also within one process", async () => {
  const { dir, remove } = await temporaryDirectory();
  const release = await lockDataDirectory(join(dir, "new/data"));
  await expect(lockDataDirectory(join(dir, "new/data"))).rejects.toMatchObject({ code: "DATA_IN_USE" });
  await release();
  await release();
  await (
    await lockDataDirectory(join(dir, "new/data"))
  )();
  await remove();
});

test("another process is refused and told which one holds it; a kill frees it without anybody's hand", async () => {
  const { dir, remove } = await temporaryDirectory();
  for (let time = 0; time < 2; time += 1) {
    const child = startChild("lock", dir);
    await child.said(1);
    await expect(lockDataDirectory(dir)).rejects.toMatchObject({
      code: "DATA_IN_USE",
      fix: expect.stringMatching(/^Stop process \d+ first\.$/) as string,
    });
    await child.kill();
    await (
      await lockDataDirectory(dir)
    )();
  }
  await remove();
});

test("what an earlier process left behind does not matter", async () => {
  const { dir, remove } = await temporaryDirectory();
  writeFileSync(join(dir, "lock.pid"), `${process.pid}\n`);
  await (
    await lockDataDirectory(dir)
  )();
  writeFileSync(join(dir, "lock.pid"), "\0 nonsense");
  const release = await lockDataDirectory(dir);
  writeFileSync(join(dir, "lock.pid"), "\0 nonsense");
  await expect(lockDataDirectory(dir)).rejects.toMatchObject({ code: "DATA_IN_USE", fix: "Stop it first." });
  await release();
  await remove();
});
