// Offers notifications on the page to subscribe, where the browser can show them and the office sends them.
// What the worker (sw.js) needs to know is kept in the browser's cache, which both can read.
(() => {
  const box = document.querySelector("#push");
  const able =
    "serviceWorker" in navigator && "PushManager" in window && "Notification" in window && "caches" in window;
  if (!box || !able || Notification.permission === "denied") return;
  const { at, worker, scope, ...words } = box.dataset;
  const form = box.closest("form");
  const button = box.querySelector("button");
  const status = box.querySelector("[role=status]");
  const settingsAt = `${scope}push-settings`;

  const say = (text) => {
    status.textContent = text;
  };
  const settings = async () => {
    const found = await (await caches.open("tocsin-push")).match(settingsAt);
    return found ? found.json() : null;
  };
  const keep = async (value) => (await caches.open("tocsin-push")).put(settingsAt, new Response(JSON.stringify(value)));
  const bytesOf = (key) =>
    Uint8Array.from(atob(key.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

  /** The choices of the form above, as a form would send them. */
  const wishes = () => {
    const data = new FormData(form);
    const text = (name) => data.get(name) ?? "";
    const [lang, area, frequency, hour] = ["lang", "area", "frequency", "hour"].map(text);
    return { lang, area, frequency, hour, topics: data.getAll("topics") };
  };

  const showManage = (manage) => {
    const link = box.querySelector("a");
    link.href = manage;
    link.parentElement.hidden = false;
  };

  const subscribed = async (key) => {
    const registration = await navigator.serviceWorker.register(worker, { scope, updateViaCache: "none" });
    await navigator.serviceWorker.ready;
    const applicationServerKey = bytesOf(key);
    const wanted = { userVisibleOnly: true, applicationServerKey };
    try {
      return await registration.pushManager.subscribe(wanted);
    } catch (error) {
      // Bound to a key that we had before.
      const old = await registration.pushManager.getSubscription();
      if (error.name !== "InvalidStateError" || !old) throw error;
      await old.unsubscribe();
      return registration.pushManager.subscribe(wanted);
    }
  };

  const ask = async (key) => {
    say(words.asking);
    if ((await Notification.requestPermission()) !== "granted") return say(words.denied);
    const { endpoint, keys } = (await subscribed(key)).toJSON();
    const before = (await settings())?.manage ?? "";
    const body = JSON.stringify({ endpoint, keys, wishes: wishes(), manage: before.split("/").at(-1) });
    const answer = await fetch(at, { method: "POST", headers: { "content-type": "application/json" }, body });
    if (answer.status === 422) {
      const { problems } = await answer.json();
      return say(problems.some(({ code }) => code === "topics") ? words.topics : words.choice);
    }
    if (answer.status === 429) return say(words.later);
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const { manage } = await answer.json();
    await keep({ manage, at, offline: words.offline, office: words.office, lang: document.documentElement.lang });
    showManage(manage);
    return say(words.done);
  };

  const start = async () => {
    const answer = await fetch(at);
    if (!answer.ok) return;
    const { key } = await answer.json();
    if (!key) return;
    const known = await settings();
    if (known?.manage && Notification.permission === "granted") showManage(known.manage);
    button.addEventListener("click", async () => {
      button.disabled = true;
      await ask(key).catch(() => say(words.failed));
      button.disabled = false;
    });
    box.hidden = false;
  };
  start().catch(() => undefined);
})();
