// Takes urgent notices away when their time is over, also on a page that stays open or that nobody rebuilds.
(() => {
  for (const notice of document.querySelectorAll("[data-until]")) {
    const band = notice.parentElement;
    const over = () => {
      notice.hidden = true;
      band.hidden = [...band.children].every((one) => one.hidden);
    };
    const left = new Date(notice.dataset.until) - new Date();
    if (left <= 0) over();
    // Longer than any notice holds, and than a timer can be: this clock is wrong.
    else if (left < 2 ** 31) setTimeout(over, left);
  }
})();
// Counts the age of a page on from the moment it was made, in the words that the page itself carries.
// Works with model/time.ts ageAt: hours under 48, then days, then whole calendar months.
(() => {
  const band = document.querySelector("aside[data-from]");
  if (!band || typeof Intl === "undefined" || !Intl.PluralRules) return;
  const data = band.dataset;
  const lang = document.documentElement.lang;
  const now = new Date();
  if (data.due && now <= new Date(data.due)) return;
  const from = new Date(data.from);
  const hours = Math.floor((now - from) / 3600000);
  const word = (forms, n) => {
    const all = new Map(forms.split("|").map((form) => form.split("=")));
    const form = all.get(new Intl.PluralRules(lang).select(n)) || all.get("other") || [...all.values()][0];
    return form.replace("#", n.toLocaleString(lang));
  };
  let months = (now.getUTCFullYear() - from.getUTCFullYear()) * 12 + now.getUTCMonth() - from.getUTCMonth();
  const anniversary = new Date(from);
  anniversary.setUTCMonth(from.getUTCMonth() + months);
  if (anniversary > now) months -= 1;
  let age = "";
  if (hours < 1) age = "";
  else if (hours < 48) age = word(data.hours, hours);
  else if (months < 1) age = word(data.days, Math.floor(hours / 24));
  else {
    const years = months < 12 ? "" : word(data.years, Math.floor(months / 12));
    const rest = months % 12 ? word(data.months, months % 12) : "";
    age = years && rest ? data.both.replace("{years}", years).replace("{months}", rest) : years + rest;
  }
  if (age) band.querySelector("span").textContent = data.old.replace("{age}", age);
  band.hidden = false;
})();
