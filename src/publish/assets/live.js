// Says when the page at hand has changed since it was read; the latest edition brings itself up to date.
// Works with web/live: one event for each publication, with the pages that changed. Without it nothing happens.
(() => {
  const words = document.currentScript.dataset;
  const main = () => document.querySelector("main");
  if (!window.EventSource || !window.fetch || !main()) return;
  const here = location.pathname.replace(/index\.html$/, "");
  // There from the start: a region that comes with its words is not read out.
  const bar = document.createElement("p");
  bar.className = "live";
  bar.setAttribute("role", "status");
  main().before(bar);
  let source = null;
  let since = "";
  let failures = 0;

  const say = (text, link) => {
    bar.textContent = text;
    if (!link) return;
    const again = document.createElement("a");
    again.href = here;
    again.textContent = link;
    bar.append(" ", again);
  };
  // Bands of age and of urgent notices change by themselves.
  const apart = ".skip, .live, .urgent, .age";
  const parts = (page) => [...page.body.children].filter((one) => !one.matches(apart));
  // What is urgent shows at once, on every page, and is read out.
  const warn = (fresh) => {
    const [old, now] = [document, fresh].map((page) => page.querySelector("body > .urgent"));
    if ((old && old.textContent) === (now && now.textContent)) return;
    if (old) old.remove();
    if (!now) return;
    now.setAttribute("role", "alert");
    document.querySelector(".skip").after(now);
  };
  const check = async () => {
    const answer = await fetch(here, { cache: "no-cache" }).catch(() => null);
    if (!answer || !answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!fresh.querySelector("main")) return;
    warn(fresh);
    const [old, now] = [parts(document), parts(fresh)];
    if (old.length === now.length && old.every((one, i) => one.isEqualNode(now[i]))) return;
    // Never under somebody's hands: who has chosen a link or marked words decides for themselves.
    const busy = document.activeElement !== document.body || !getSelection().isCollapsed;
    if (!("updated" in words) || busy) {
      say(words.changed, words.again);
      return;
    }
    document.title = fresh.title;
    const age = [document, fresh].map((page) => page.querySelector("body > .age"));
    for (const one of [...old, age[0]]) if (one) one.remove();
    document.body.append(...(age[1] ? [age[1]] : []), ...now);
    main().before(bar);
    say("");
    setTimeout(() => say(words.updated), 200);
  };

  const close = () => {
    if (source) source.close();
    source = null;
  };
  const open = () => {
    // Browsers have six lines to a site in all: only the page that is looked at holds one.
    if (source || document.hidden) return;
    source = new EventSource(`/live${since && `?since=${since}`}`);
    source.addEventListener("hello", (event) => {
      since = event.data;
      failures = 0;
    });
    source.addEventListener("publication", (event) => {
      since = event.lastEventId;
      const { pages } = JSON.parse(event.data);
      // Thousands hear it at once: they ask one after the other.
      if (!pages || pages.includes(here)) setTimeout(check, Math.random() * 2000);
    });
    source.addEventListener("error", () => {
      if (!source || source.readyState !== 2) return;
      close();
      failures += 1;
      if (failures < 6) setTimeout(open, (1 + Math.random()) * 30000 * 2 ** failures);
    });
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
  open();
})();
