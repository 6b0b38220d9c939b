// Saves a draft as it is typed, and keeps a copy in this browser until the server has it.

const WAIT_MS = 800;
const RETRY_MS = 10_000;
const LOOK_MS = 20_000;

const form = document.getElementById("draft");
if (form) begin(form);

function begin(form) {
  const say = form.dataset;
  const status = document.getElementById("save-status");
  const others = document.getElementById("others");
  const revision = form.elements.namedItem("revision");
  const store = `tocsin:draft:${say.draft}`;
  const lang = document.documentElement.lang;
  const ago = new Intl.RelativeTimeFormat(lang, { numeric: "always" });
  let savedAt = Date.parse(status.dataset.at);
  let calm = true;
  let changes = 0;
  let timer = 0;
  let saving = false;
  let stopped = false;
  let leaving = false;

  const fields = () => [...new FormData(form)].filter(([name, value]) => name !== "csrf" && typeof value === "string");
  const first = JSON.stringify(fields());

  function keep() {
    try {
      localStorage.setItem(store, JSON.stringify({ at: Date.now(), fields: fields() }));
    } catch {
      // A full or forbidden store costs the copy, not the draft.
    }
  }

  function forget() {
    try {
      localStorage.removeItem(store);
    } catch {
      // As above.
    }
  }

  function tell(text) {
    calm = text === null;
    if (calm) tick();
    else status.textContent = text;
  }

  function tick() {
    if (!calm) return;
    const seconds = Math.max(1, Math.round((Date.now() - savedAt) / 1000));
    const [amount, unit] =
      seconds < 60
        ? [seconds, "second"]
        : seconds < 3600
          ? [Math.floor(seconds / 60), "minute"]
          : [Math.floor(seconds / 3600), "hour"];
    status.textContent = `${say.saved} ${ago.format(-amount, unit)}`;
  }

  function later(ms) {
    clearTimeout(timer);
    timer = setTimeout(save, ms);
  }

  async function save() {
    if (saving || stopped) return;
    saving = true;
    const mark = changes;
    const body = new FormData(form);
    body.set("do", "save");
    tell(say.saving);
    try {
      const answer = await fetch(form.action, {
        method: "post",
        body: new URLSearchParams(body),
        headers: { accept: "application/json" },
      });
      if (answer.ok) {
        const news = await answer.json();
        revision.value = news.revision;
        savedAt = Date.now();
        show(news);
        if (changes === mark) {
          forget();
          tell(null);
        } else later(WAIT_MS);
        preview();
      } else await refused(answer);
    } catch {
      tell(say.offline);
      later(RETRY_MS);
    } finally {
      saving = false;
    }
  }

  async function refused(answer) {
    const { code, csrf } = await answer.json();
    if (csrf) {
      // Signed in again in another tab: the same form, with the new session's token.
      for (const field of document.querySelectorAll("input[name=csrf]")) field.value = csrf;
      later(0);
    } else if (code === "AUTH_REQUIRED") {
      tell(say.signedOut);
      later(RETRY_MS);
    } else {
      stopped = true;
      tell(code === "DRAFT_STALE" ? say.stale : say.failed);
    }
  }

  /** Who else is here, and what is still missing. */
  function show(news) {
    others.hidden = news.others.length === 0;
    others.textContent = news.others.length === 0 ? "" : say.here.replace("%", news.others.join(", "));
    const card = document.getElementById("problems");
    card.querySelector("h2").textContent = news.problemsText;
    const list = document.createElement("ol");
    list.className = "problems";
    for (const { key, text } of news.problems) {
      const line = document.createElement("li");
      const link = document.createElement(key === null ? "span" : "a");
      if (key !== null) link.href = `#${key}`;
      link.textContent = text;
      line.append(link);
      list.append(line);
    }
    card.querySelector("ol")?.remove();
    if (news.problems.length > 0) card.append(list);
    card.querySelector("p")?.toggleAttribute("hidden", news.problems.length > 0);
  }

  /** Shows the page anew at the place where it was read. */
  function preview() {
    const frame = document.getElementById("preview");
    try {
      const top = frame.contentWindow.scrollY;
      frame.addEventListener("load", () => frame.contentWindow.scrollTo(0, top), { once: true });
      frame.contentWindow.location.reload();
    } catch {
      frame.src = frame.getAttribute("src");
    }
  }

  form.addEventListener("input", () => {
    changes += 1;
    keep();
    if (stopped) return;
    tell(say.unsaved);
    later(WAIT_MS);
  });
  form.addEventListener("submit", () => {
    leaving = true;
    clearTimeout(timer);
    if (changes > 0) keep();
  });
  addEventListener("online", () => later(0));
  addEventListener("beforeunload", (event) => {
    if (!leaving && !calm) event.preventDefault();
  });
  setInterval(tick, 1000);

  setInterval(async () => {
    if (saving || stopped || document.hidden) return;
    try {
      const answer = await fetch(say.seen, { headers: { accept: "application/json" } });
      if (!answer.ok) return;
      const news = await answer.json();
      others.hidden = news.others.length === 0;
      others.textContent = news.others.length === 0 ? "" : say.here.replace("%", news.others.join(", "));
      if (String(news.revision) !== revision.value && !saving) tell(say.stale);
    } catch {
      // Told when a save fails.
    }
  }, LOOK_MS);

  offer();

  /** Text that never reached the server is offered back; the server then shows what differs, if anything does. */
  function offer() {
    let kept = null;
    try {
      kept = JSON.parse(localStorage.getItem(store) ?? "null");
    } catch {
      // A broken copy is no copy.
    }
    const without = (list) => JSON.stringify(list.filter(([name]) => name !== "revision"));
    if (!kept || without(kept.fields) === without(JSON.parse(first))) return forget();
    const notice = document.getElementById("kept");
    notice.hidden = false;
    notice.querySelector("time").textContent = new Date(kept.at).toLocaleString(lang);
    const restore = notice.querySelector("form");
    for (const [name, value] of kept.fields) {
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = name;
      field.value = value;
      restore.append(field);
    }
    notice.querySelector("[data-let-go]").addEventListener("click", () => {
      forget();
      notice.hidden = true;
    });
  }
}
