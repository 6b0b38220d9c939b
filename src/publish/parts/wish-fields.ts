import type { Area } from "../../model/area.ts";
import { FREQUENCIES, TOPICS, type Frequency, type Topic } from "../../model/subscriber.ts";
import type { FieldProblem, TypedWishes } from "../../model/typed-wishes.ts";
import { html, nothing, type Html } from "../html.ts";
import { langAttributes, ownName, say, type Locale } from "../locale.ts";

/** What a form for wishes shows. */
export interface WishForm {
  readonly areas: readonly Area[];
  readonly chosen: TypedWishes;
  readonly problems: readonly FieldProblem[];
}

type Field = FieldProblem["field"];

/** Fields for language, topics, area and frequency, as they are on the public form and on the subscriber's own page. */
export function wishFields(locale: Locale, form: WishForm): Html {
  const { messages, office } = locale;
  const { chosen, areas } = form;
  const topic = (one: Topic): Html =>
    html`<p class="option">
      <input
        type="checkbox"
        id="topic-${one}"
        name="topics"
        value="${one}"
        ${chosen.topics.includes(one) ? html` checked` : nothing}${one === TOPICS[0] ? marks(form, "topics") : nothing}
      /><label for="topic-${one}">${topicName(locale, one)}</label>
    </p>`;
  const frequency = (one: Frequency): Html =>
    html`<p class="option">
        <input
          type="radio"
          id="frequency-${one}"
          name="frequency"
          value="${one}"
          ${chosen.frequency === one ? html` checked` : nothing}${one === FREQUENCIES[0] ? marks(form, "frequency") : nothing}
        /><label for="frequency-${one}">${messages.t(`subscribe.frequency.${one}`)}</label>
      </p>
      ${one === "daily" ? hourField(locale, form) : nothing}`;
  return html`<fieldset id="topics">
      <legend>${messages.t("subscribe.topics")}</legend>
      ${problemOf(locale, form, "topics")}${TOPICS.map(topic)}
      <p class="q">${messages.t("subscribe.topics.hint")}</p>
    </fieldset>
    <fieldset id="frequency">
      <legend>${messages.t("subscribe.frequency")}</legend>
      ${problemOf(locale, form, "frequency")}${FREQUENCIES.map(frequency)}
    </fieldset>
    ${areas.length === 0 ? nothing : areaField(locale, form)}${office.languages.length < 2 ? html`<input type="hidden" name="lang" value="${office.languages[0]}" />` : languageField(locale, form)}`;
}

function hourField(locale: Locale, form: WishForm): Html {
  const hours = Array.from({ length: 24 }, (_, hour) => String(hour));
  return html`<p class="field hour">
    <label for="hour">${locale.messages.t("subscribe.hour", { zone: locale.office.timeZone })}</label>
    ${problemOf(locale, form, "hour")}<select id="hour" name="hour" ${marks(form, "hour")}>
      ${hours.map((hour) => option(hour, `${hour.padStart(2, "0")}:00`, form.chosen.hour))}
    </select>
  </p>`;
}

function areaField(locale: Locale, form: WishForm): Html {
  const { messages } = locale;
  const { area } = form.chosen;
  const options = form.areas.map(({ name, texts }) => {
    const said = say(locale, texts);
    return option(name, said.text, area, langAttributes(locale, said.lang));
  });
  // An area that nothing speaks of any more stays what it is until somebody chooses another.
  const gone = area === "" || form.areas.some(({ name }) => name === area) ? nothing : option(area, area, area);
  return html`<p class="field">
    <label for="area">${messages.t("subscribe.area")}</label>
    ${problemOf(locale, form, "area")}<select
      id="area"
      name="area"
      aria-describedby="area-hint"
      ${marks(form, "area", false)}
    >
      ${option("", messages.t("subscribe.area.all"), area)}${options}${gone}
    </select>
    <span class="q" id="area-hint">${messages.t("subscribe.area.hint")}</span>
  </p>`;
}

function languageField(locale: Locale, form: WishForm): Html {
  const options = locale.office.languages.map((lang) =>
    option(lang, ownName(lang), form.chosen.lang, langAttributes(locale, lang)),
  );
  return html`<p class="field">
    <label for="lang">${locale.messages.t("subscribe.lang")}</label>
    ${problemOf(locale, form, "lang")}<select id="lang" name="lang" ${marks(form, "lang")}>
      ${options}
    </select>
  </p>`;
}

function option(value: string, words: string, chosen: string, attributes: Html = nothing): Html {
  return html`<option value="${value}" ${attributes}${value === chosen ? html` selected` : nothing}>${words}</option>`;
}

/** What is wrong with a field, before it; empty where nothing is. */
export function problemOf(locale: Locale, { problems }: Pick<WishForm, "problems">, field: Field): Html {
  const problem = problems.find((one) => one.field === field);
  return problem === undefined
    ? nothing
    : html`<span class="wrong" id="${field}-problem">${locale.messages.t(`subscribe.problem.${problem.code}`)}</span>`;
}

/** Attributes that tell a screen reader what is wrong with the field. */
function marks({ problems }: WishForm, field: Field, describe = true): Html {
  if (!problems.some((one) => one.field === field)) return nothing;
  return describe ? html` aria-invalid="true" aria-describedby="${field}-problem"` : html` aria-invalid="true"`;
}

export function topicName({ messages }: Locale, topic: Topic): string {
  return topic === "corrections" ? messages.t("subscribe.topic.corrections") : messages.t(`section.${topic}`);
}
