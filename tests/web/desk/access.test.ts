import { describe, expect, test } from "vitest";
import { PASSWORD } from "../fake/state.ts";
import { expectSound, openDesk } from "./harness.ts";

describe("signing in", () => {
  test("leads back to the page that was asked for", async () => {
    const visitor = openDesk().as(null);
    const gate = await visitor.get("/desk/statements/s1");
    expect(gate.path).toBe("/desk/sign-in?next=%2Fdesk%2Fstatements%2Fs1");
    expectSound(gate);
    const page = await visitor.press(gate, "Sign in", { email: "ruben@office.example", password: PASSWORD });
    expect(page.path).toBe("/desk/statements/s1");
    expect(page.text).toContain("Statement s1");
  });

  test("with a wrong password says so, keeps the address and forgets the password", async () => {
    const visitor = openDesk().as(null);
    const gate = await visitor.get("/desk/sign-in");
    const page = await visitor.press(gate, "Sign in", { email: "ruben@office.example", password: "wrong" });
    expect(page.status).toBe(401);
    expect(page.text).toContain("E-mail address and password do not fit");
    expect(page.document.querySelector("#email")?.getAttribute("value")).toBe("ruben@office.example");
    expect(page.html).not.toContain("wrong");
    expect((await visitor.get("/desk/inbox")).path).toContain("/desk/sign-in");
  });

  test("is refused for a while after too many attempts", async () => {
    const visitor = openDesk().as(null);
    const gate = await visitor.get("/desk/sign-in");
    const page = await visitor.press(gate, "Sign in", { email: "locked@office.example", password: "x" });
    expect(page.status).toBe(429);
    expect(page.text).toContain("wait 4 minutes");
  });

  test("and out again ends the session on the server too", async () => {
    const desk = openDesk();
    const visitor = desk.as("ida");
    const page = await visitor.get("/desk/password");
    const out = await visitor.press(page, "Sign out");
    expect(out.text).toContain("You are signed out.");
    expect(desk.state.sessions.has("session-ida")).toBe(false);
    expect(visitor.cookies.has("tocsin_desk")).toBe(false);
  });
});

describe("a one-time link", () => {
  test("is not used up by looking at it, and signs in once", async () => {
    const desk = openDesk();
    const visitor = desk.as(null);
    await visitor.get("/desk/link/good-link");
    await desk.as(null).get("/desk/link/good-link");
    const page = await visitor.get("/desk/link/good-link");
    expectSound(page);
    expect(page.text).toContain("piet@office.example");
    const inside = await visitor.press(page, "Set password and sign in", {
      name: "Piet Lund",
      "new-password": "four unrelated words here",
    });
    expect(inside.path).toBe("/desk/inbox?done=welcome");
    const again = await desk.as(null).get("/desk/link/good-link");
    expect(again.status).toBe(404);
    expect(again.text).toContain("This link does not work any more");
  });

  test("refuses a weak password and keeps name and link", async () => {
    const desk = openDesk();
    const visitor = desk.as(null);
    const page = await visitor.get("/desk/link/first-link");
    const refused = await visitor.press(page, "Set password and sign in", {
      name: "Ana",
      email: "ana@office.example",
      "new-password": "short",
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("at least 12 characters");
    expect(refused.document.querySelector("#name")?.getAttribute("value")).toBe("Ana");
    expect(refused.html).not.toContain('"short"');
    // The link still works, so whoever reads the log must not find it there.
    expect(JSON.stringify(desk.events)).toContain("PASSWORD_WEAK");
    expect(JSON.stringify(desk.events)).not.toContain("first-link");
    const inside = await visitor.press(refused, "Set password and sign in", {
      "new-password": "four unrelated words here",
    });
    expect(inside.path).toBe("/desk/inbox?done=welcome");
  });
});

describe("forms", () => {
  const fields = (csrf: string): readonly (readonly [string, string])[] => [
    ["csrf", csrf],
    ["title", "A claim that took long to write"],
  ];

  test("of another session are not obeyed; what was typed is shown, and sent again with one button", async () => {
    const desk = openDesk();
    const visitor = desk.as("olena");
    const page = await visitor.post("/desk/claims", fields("stale"));
    expect(page.status).toBe(403);
    expect(page.text).toContain("A claim that took long to write");
    expect(desk.state.claims.size).toBe(3);
    const sent = await visitor.press(page, "Send again");
    expect(sent.text).toContain("The claim is made.");
    expect([...desk.state.claims.values()].at(-1)?.title).toBe("A claim that took long to write");
  });

  test("from other sites are refused even with the right token, and not offered again", async () => {
    const desk = openDesk();
    const visitor = desk.as("olena");
    const own = await visitor.get("/desk/claims");
    const csrf = own.document.querySelector("[name=csrf]")?.getAttribute("value") ?? "";
    for (const headers of [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { origin: "https://evil.example", "sec-fetch-site": "" },
      { origin: "null", "sec-fetch-site": "" },
    ]) {
      const page = await visitor.post("/desk/claims", fields(csrf), headers);
      expect(page.status).toBe(403);
      expect(page.document.querySelector("main form")).toBeNull();
    }
    expect(desk.state.claims.size).toBe(3);
    expect((await visitor.post("/desk/claims", fields(csrf))).status).toBe(200);
  });

  test("sent after the session ended lose nothing", async () => {
    const desk = openDesk();
    const visitor = desk.as("olena");
    const page = await visitor.get("/desk/claims");
    desk.state.sessions.delete("session-olena");
    const refused = await visitor.press(page, "Make claim", { title: "Typed before the session ended" });
    expect(refused.text).toContain("Typed before the session ended");
    desk.state.sessions.set("session-olena", [...desk.state.users.keys()][0] ?? ("" as never));
    const again = await visitor.press(refused, "Send again");
    const sent = again.status === 403 ? await visitor.press(again, "Send again") : again;
    expect(sent.text).toContain("The claim is made.");
  });

  test("that are no forms, or too large, are refused without reading them", async () => {
    const visitor = openDesk().as("olena");
    const json = await visitor.raw("/desk/claims", {
      method: "POST",
      body: "{}",
      headers: { "content-type": "application/json" },
    });
    expect(json.status).toBe(422);
    const large = await visitor.raw("/desk/claims", {
      method: "POST",
      body: new Uint8Array(5 * 1024 * 1024),
      headers: { "content-type": "application/x-www-form-urlencoded", "content-length": String(5 * 1024 * 1024) },
    });
    expect(large.status).toBe(413);
  });
});

describe("every answer", () => {
  test("carries strict headers, and the preview alone may be framed by the desk", async () => {
    const visitor = openDesk().as("olena");
    const page = await visitor.get("/desk/inbox");
    const policy = page.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(page.headers.get("referrer-policy")).toBe("same-origin");
    expect(page.headers.get("x-content-type-options")).toBe("nosniff");
    const preview = await visitor.raw("/desk/drafts/d00000000000000f1/preview/en");
    expect(preview.headers.get("content-security-policy")).toContain("frame-ancestors 'self'");
    expect(preview.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  test("over HTTPS sets cookies that only this host gets", async () => {
    const desk = openDesk({ secure: true });
    const answer = await desk.as(null).raw("/desk/sign-in");
    expect(answer.headers.get("set-cookie")).toMatch(
      /^__Host-tocsin_form=.*; Path=\/; HttpOnly; Secure; SameSite=Strict/,
    );
    expect(answer.headers.get("strict-transport-security")).toBe("max-age=31536000");
  });

  test("has its style sheet and scripts under names that change with them", async () => {
    const visitor = openDesk().as("olena");
    const page = await visitor.get("/desk/inbox");
    const assets = [
      page.document.querySelector("link[rel=stylesheet]")?.getAttribute("href"),
      ...[...page.document.querySelectorAll("script")].map((one) => one.getAttribute("src")),
    ];
    expect(assets.length).toBe(6);
    for (const path of assets) {
      const answer = await visitor.raw(path ?? "");
      expect(answer.status).toBe(200);
      expect(answer.headers.get("cache-control")).toContain("immutable");
    }
    expect((await visitor.raw("/desk/assets/desk.js")).status).toBe(404);
    expect((await visitor.raw("/desk/assets/..%2Fdesk.ts")).status).toBe(404);
  });
});

test("what nobody foresaw goes to the log under the number that the person sees, without what they typed", async () => {
  const desk = openDesk();
  const visitor = desk.as(null);
  const page = await visitor.press(await visitor.get("/desk/sign-in"), "Sign in", {
    email: "crash@office.example",
    password: "a secret that must not be logged",
  });
  expect(page.status).toBe(500);
  const logged = desk.events.find(({ event }) => event === "desk.error");
  if (logged?.event !== "desk.error") throw new Error("nothing was logged");
  expect(page.text).toContain(logged.reference);
  expect(page.text).not.toContain("disk is on fire");
  expect(logged.message).toBe("the disk is on fire");
  expect(JSON.stringify(desk.events)).not.toContain("secret");
});

test("the language is the browser's wish until somebody chooses", async () => {
  const visitor = openDesk().as("olena");
  const first = await visitor.raw("/desk/inbox", { headers: { "accept-language": "uk" } });
  expect(await first.text()).toContain('<html lang="uk">');
  const page = await visitor.get("/desk/inbox?unread=1");
  const chosen = await visitor.press(page, "Українська");
  expect(chosen.path).toBe("/desk/inbox?unread=1");
  expect(chosen.document.documentElement.getAttribute("lang")).toBe("uk");
});

test("single keys can be turned off", async () => {
  const visitor = openDesk().as("olena");
  const page = await visitor.get("/desk/keys");
  expect(page.document.body.getAttribute("data-keys")).toBe("on");
  const off = await visitor.press(page, "Turn single keys off");
  expect(off.document.body.getAttribute("data-keys")).toBe("off");
});
