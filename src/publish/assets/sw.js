// Shows the office's notifications (deliver/push/payload.ts says what they carry) and, without a network, the last ones
// as a page. Does nothing else: pages are always asked for from the server.
const STORE = "tocsin-push";
const KEPT_MAX = 10;
const scope = self.registration.scope;
const settingsAt = new URL("push-settings", scope).href;
/** One message after the other: each looks at what was kept before it. */
let turn = Promise.resolve();
const messagesAt = new URL("push-messages", scope).href;

async function read(at, otherwise) {
  try {
    const found = await (await caches.open(STORE)).match(at);
    return found ? await found.json() : otherwise;
  } catch {
    return otherwise;
  }
}

async function write(at, value) {
  await (await caches.open(STORE)).put(at, new Response(JSON.stringify(value)));
}

/** What a push says; null for what is none of ours. */
function messageOf(data) {
  try {
    const message = data.json();
    return message.v === 1 && typeof message.title === "string" && message.title !== "" ? message : null;
  } catch {
    return null;
  }
}

/** Browsers want to see a notification for every push, so one that cannot be read still says that there is news. */
async function unreadable() {
  const { office } = await read(settingsAt, {});
  return { title: office || new URL(scope).host, body: "", url: scope, tag: "news", at: "", kind: "edition" };
}

/** A push service may deliver twice. */
function isSame(one, other) {
  return one.at === other.at && one.title === other.title && one.body === other.body;
}

async function show(data) {
  const message = messageOf(data) ?? (await unreadable());
  const kept = await read(messagesAt, []);
  // A message that comes late does not take the place of the correction that overtook it.
  const newer = kept.find((one) => one.tag === message.tag && (one.at > message.at || isSame(one, message)));
  const { title, body, lang, dir, tag, at, kind } = newer ?? message;
  if (!newer && message.at !== "") {
    const others = kept.filter((one) => one.tag !== tag);
    await write(messagesAt, [message, ...others].slice(0, KEPT_MAX)).catch(() => undefined);
  }
  await self.registration.showNotification(title, {
    body,
    lang: lang ?? "",
    dir: dir ?? "auto",
    tag: tag || "news",
    // A new edition replaces quietly; whoever saw what was wrong is to hear of it.
    renotify: !newer && (kind === "correction" || kind === "withdrawal" || kind === "notice"),
    requireInteraction: kind === "notice",
    timestamp: Date.parse(at) || Date.now(),
    data: { url: (newer ?? message).url },
  });
}

async function open(address) {
  const wanted = URL.canParse(address, scope) ? new URL(address, scope) : new URL(scope);
  const url = wanted.origin === self.location.origin ? wanted : new URL(scope);
  const pageOf = (text) => text.split("#")[0];
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = windows.find((one) => pageOf(one.url) === pageOf(url.href));
  if (!there) return self.clients.openWindow(url.href);
  if (there.url !== url.href) await there.navigate(url.href).catch(() => undefined);
  return there.focus();
}

async function renew(old, fresh) {
  const settings = await read(settingsAt, null);
  if (!settings) return;
  const { key } = await fetch(settings.at).then((answer) => (answer.ok ? answer.json() : {}));
  const before = old?.options?.applicationServerKey;
  const applicationServerKey = key ?? before;
  if (!applicationServerKey) return;
  const subscription =
    fresh ?? (await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey }));
  const { endpoint, keys } = subscription.toJSON();
  const body = JSON.stringify({ endpoint, keys, manage: settings.manage.split("/").at(-1) });
  const answer = await fetch(settings.at, { method: "POST", headers: { "content-type": "application/json" }, body });
  if (!answer.ok) return;
  const { manage } = await answer.json();
  await write(settingsAt, { ...settings, manage });
}

const escaped = (text) => String(text ?? "").replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

async function offline() {
  const kept = await read(messagesAt, []);
  if (kept.length === 0) return Response.error();
  const { office, lang, offline: words } = await read(settingsAt, {});
  const articles = kept.map(
    (one) =>
      `<article lang="${escaped(one.lang)}" dir="${escaped(one.dir)}"><h2>${escaped(one.title)}</h2><p>${escaped(one.body)}</p><p><time>${escaped(new Date(one.at).toLocaleString(one.lang || undefined))}</time></p></article>`,
  );
  const name = escaped(office || new URL(scope).host);
  const html = `<!doctype html><html lang="${escaped(lang || "en")}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${name}</title><h1>${name}</h1><p>${escaped(words || "No network. The last messages:")}</p>${articles.join("")}</html>`;
  const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": "default-src 'none'" };
  return new Response(html, { status: 503, headers });
}

/** Pages that readers open; the desk and pages for one subscriber are left alone. */
function isPage({ mode, method, url }) {
  const path = url.startsWith(scope) ? url.slice(scope.length) : "desk";
  return mode === "navigate" && method === "GET" && !/^(desk|subscribe)(?![^/?#])/.test(path);
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("push", (event) => {
  const shown = turn.then(() => show(event.data));
  turn = shown.catch(() => undefined);
  event.waitUntil(shown);
});
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data?.url ?? scope));
});
self.addEventListener("pushsubscriptionchange", (event) => {
  event.waitUntil(renew(event.oldSubscription, event.newSubscription));
});
self.addEventListener("fetch", (event) => {
  if (isPage(event.request)) event.respondWith(fetch(event.request).catch(offline));
});
