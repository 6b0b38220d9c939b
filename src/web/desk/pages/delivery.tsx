import type { EntryId } from "../../../model/id.ts";
import type { ChannelLine, DeliveryOverview, DispatchLine } from "../../delivery-ports.ts";
import { channelName, dispatchName, doneOf, troubleText } from "../dispatch-words.ts";
import { Figures } from "../parts/dispatch-progress.tsx";
import { showPage } from "../parts/layout.tsx";
import { Empty } from "../parts/notice.tsx";
import { Relays } from "../parts/relays.tsx";
import { Time } from "../parts/time.tsx";
import { paths } from "../paths.ts";
import { actorOf, type Deps, type DeskApp, type View } from "../view.ts";

const SHOWN_MAX = 100;

/** What goes out, how fast, and where it does not. */
export function deliveryPage(app: DeskApp, deps: Deps): void {
  const { delivery } = deps.service;
  app.get(paths.delivery(), async (c) => {
    const v = c.get("view");
    const about = (c.req.query("about") ?? "").trim().slice(0, 100);
    const filter = about === "" ? { limit: SHOWN_MAX } : { entry: about as EntryId, limit: SHOWN_MAX };
    const [overview, dispatches] = await Promise.all([
      delivery.overview(actorOf(c)),
      delivery.dispatches(actorOf(c), filter),
    ]);
    const going = overview.waiting.length > 0;
    return showPage(
      c,
      { title: v.t("delivery.title"), place: "delivery" },
      <>
        <header class="head">
          <h1>{v.t("delivery.title")}</h1>
          <p class="soft">{v.t("delivery.about")}</p>
        </header>
        <div id="deliveries" data-live={going ? v.t("dispatch.finished") : undefined}>
          <Now v={v} overview={overview} />
          <section aria-labelledby="dispatches-title">
            <h2 id="dispatches-title">{v.t("delivery.dispatches")}</h2>
            {about === "" ? null : (
              <p>
                {v.t("delivery.filtered", { about })} <a href={paths.delivery()}>{v.t("delivery.all")}</a>
              </p>
            )}
            {dispatches.length === 0 ? (
              <Empty title={v.t("delivery.empty")}>
                <p>{v.t("delivery.empty.next")}</p>
              </Empty>
            ) : (
              <ol class="rows">
                {dispatches.map((dispatch) => (
                  <DispatchRow v={v} dispatch={dispatch} />
                ))}
              </ol>
            )}
          </section>
          <Relays v={v} relays={overview.relays} />
        </div>
      </>,
    );
  });
}

function Now(p: { readonly v: View; readonly overview: DeliveryOverview }) {
  const { v, overview } = p;
  return (
    <section aria-labelledby="channels-title">
      <h2 id="channels-title">{v.t("delivery.channels")}</h2>
      {overview.waiting.length === 0 ? (
        <p>{v.t("delivery.nothing-waits")}</p>
      ) : (
        <Figures
          items={overview.waiting.map(({ lane, count }) => [
            v.t("delivery.waits", { lane: v.t(`lane.${lane}`) }),
            v.t("count", { count }),
          ])}
        />
      )}
      {overview.channels.length === 0 ? (
        <Empty title={v.t("delivery.no-channel")}>
          <p>{v.t("delivery.no-channel.next")}</p>
        </Empty>
      ) : (
        <ul class="rows">
          {overview.channels.map((line) => (
            <ChannelRow v={v} line={line} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ChannelRow(p: { readonly v: View; readonly line: ChannelLine }) {
  const { v, line } = p;
  const { channel, ready, subscribers, waiting, perMinute, checked } = line;
  const number = (count: number): string => v.t("count", { count });
  return (
    <li class="row-card">
      <div class="grow">
        <h3>
          {channelName(v, channel)} {ready ? null : <span class="chip strong">{v.t("channel.not-here")}</span>}
        </h3>
        <Figures
          items={[
            [v.t("subscribers.active"), number(subscribers.active)],
            [v.t("subscribers.pending"), number(subscribers.pending)],
            [v.t("subscribers.suspended"), number(subscribers.suspended)],
            [v.t("channel.waiting"), number(waiting)],
            [v.t("channel.per-minute"), number(perMinute)],
          ]}
        />
        {checked === null ? null : (
          <p class={checked.code === null ? "soft" : "trouble-line"}>
            {checked.code === null
              ? v.t("channel.checked")
              : `${v.t("channel.check-failed")} ${troubleText(v, checked.code)}`}{" "}
            <Time v={v} at={checked.at} short />
          </p>
        )}
      </div>
    </li>
  );
}

function DispatchRow(p: { readonly v: View; readonly dispatch: DispatchLine }) {
  const { v, dispatch } = p;
  const { id, channel, lane, why, plannedAt, paused, tally } = dispatch;
  const { done, total } = doneOf(tally);
  return (
    <li class="row-card" data-item tabindex={-1}>
      <div class="grow">
        <h3>
          <a href={paths.dispatch(id)} data-focus>
            {dispatchName(v, id)} · {channelName(v, channel)}
          </a>{" "}
          {lane === "urgent" ? <span class="chip strong">{v.t("lane.urgent")}</span> : null}
          {why === "got-original" ? <span class="chip">{v.t("dispatch.got-original")}</span> : null}
          {paused ? <span class="chip strong">{v.t("dispatch.paused")}</span> : null}
        </h3>
        <p class="soft">
          <Time v={v} at={plannedAt} short /> · {v.t("dispatch.progress", { done, total })}
        </p>
      </div>
      {tally.failed + tally.unknown === 0 ? null : (
        <p class="trouble-line">{v.t("dispatch.trouble", { failed: tally.failed, unknown: tally.unknown })}</p>
      )}
    </li>
  );
}
