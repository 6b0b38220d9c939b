import type { Instant } from "../../../model/time.ts";
import { msOf } from "../../../model/time.ts";
import { localOf } from "../zone.ts";
import { localeOf, type UiLanguage } from "../messages.ts";
import type { View } from "../view.ts";
import { Field } from "./controls.tsx";

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(lang: UiLanguage, zone: string, withZone: boolean): Intl.DateTimeFormat {
  const name = `${lang} ${zone} ${withZone}`;
  let format = formats.get(name);
  if (!format) {
    format = new Intl.DateTimeFormat(localeOf(lang), {
      timeZone: zone,
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      ...(withZone ? { timeZoneName: "short" } : {}),
    });
    formats.set(name, format);
  }
  return format;
}

/** `3 Mar 2031, 14:20 EET`, in the office's time zone. */
export function timeText(v: View, at: Instant, withZone = true): string {
  return formatOf(v.lang, v.zone, withZone).format(msOf(at));
}

export function Time(p: { readonly v: View; readonly at: Instant; readonly short?: boolean }) {
  return <time datetime={p.at}>{timeText(p.v, p.at, p.short !== true)}</time>;
}

/** `3 Mar, 14:20`; with the year where it is another one than now. For places with little room. */
export function BriefTime(p: { readonly v: View; readonly at: Instant; readonly weekday?: boolean }) {
  const { v, at } = p;
  const withYear = localOf(at, v.zone).slice(0, 4) !== localOf(v.now, v.zone).slice(0, 4);
  return <time datetime={at}>{briefFormat(v, withYear, p.weekday === true).format(msOf(at))}</time>;
}

function briefFormat(v: View, withYear: boolean, weekday: boolean): Intl.DateTimeFormat {
  const name = `brief ${v.lang} ${v.zone} ${withYear} ${weekday}`;
  const known = formats.get(name);
  if (known) return known;
  const format = new Intl.DateTimeFormat(localeOf(v.lang), {
    timeZone: v.zone,
    ...(weekday ? { weekday: "long" } : {}),
    day: "numeric",
    month: "short",
    ...(withYear ? { year: "numeric" } : {}),
    hour: "2-digit",
    minute: "2-digit",
  });
  formats.set(name, format);
  return format;
}

/** The zone's name at this time: `Eastern European Time`. */
export function zoneName(v: View): string {
  const format = new Intl.DateTimeFormat(v.lang, { timeZone: v.zone, timeZoneName: "long" });
  return format.formatToParts(msOf(v.now)).find(({ type }) => type === "timeZoneName")?.value ?? v.zone;
}

/** A date and time as the office's clocks show it. The exact time goes along, so that nothing is lost unchanged. */
export function TimeField(p: {
  readonly v: View;
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly at: Instant | null;
  /** What was typed last, when that was no time. */
  readonly typed?: string | undefined;
  readonly required?: boolean;
  readonly hint?: string;
}) {
  const { v, id, name, at } = p;
  return (
    <Field id={id} label={p.label} hint={p.hint ?? v.t("time.zone", { zone: zoneName(v) })} class="time">
      <input
        type="datetime-local"
        id={id}
        name={name}
        value={p.typed ?? (at === null ? "" : localOf(at, v.zone))}
        required={p.required}
        aria-describedby={`${id}-hint`}
      />
      {at === null ? null : <input type="hidden" name={`${name}.was`} value={at} />}
    </Field>
  );
}
