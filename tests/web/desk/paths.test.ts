import { expect, test } from "vitest";
import { insideDesk, paths } from "../../../src/web/desk/paths.ts";

test("every address of the desk", () => {
  const all = Object.entries(paths).map(([name, path]) => {
    const build = path as (...parts: string[]) => string;
    const names = [":id", ":key"].slice(0, build.length);
    return `${name}: ${build(...names)}`;
  });
  expect(all).toMatchSnapshot();
});

test("ids can not leave their place in an address", () => {
  expect(paths.report("../../x?y#z")).toBe("/desk/reports/..%2F..%2Fx%3Fy%23z");
});

test("after signing in, nobody is led to another site", () => {
  for (const next of [
    "//evil.example",
    "https://evil.example/desk",
    "/desk/../x",
    "/desk//evil",
    "/desk\\evil",
    "/other",
    "/deskx",
    "",
    null,
  ]) {
    expect(insideDesk(next)).toBe("/desk");
  }
  expect(insideDesk("/desk/reports/r1?unread=1")).toBe("/desk/reports/r1?unread=1");
});
