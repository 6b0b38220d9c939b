import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { readConfig } from "../../src/app/config.ts";
import { setUpOffice } from "../../src/app/init.ts";
import { office } from "../desk/given.ts";

const folder = mkdtempSync(join(tmpdir(), "tocsin-init-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("setting up that failed half-way may be repeated, and a finished one not", async () => {
  if (office.kind !== "office") throw new Error("the office");
  const { payload } = office;
  const environment = { TOCSIN_DATA: join(folder, "data"), TOCSIN_LOG: "silent" };
  const unreachable = { ...environment, TOCSIN_DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" };
  await expect(setUpOffice(readConfig(unreachable, false), payload)).rejects.toMatchObject({ code: "CONFIG_INVALID" });
  const config = readConfig(environment, false);
  await setUpOffice(config, { ...payload, baseUrl: "https://other.example" });
  await expect(setUpOffice(config, payload)).rejects.toMatchObject({ code: "CONFLICT" });
});
