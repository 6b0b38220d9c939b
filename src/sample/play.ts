import { latestVersion } from "../model/history.ts";
import type { Statement } from "../model/statement.ts";
import type { Instant } from "../model/time.ts";
import type { DraftStatement } from "../desk/draft.ts";
import type { DeskService, ImportOutcome } from "../web/ports.ts";
import { feedPath } from "./outlet.ts";
import { gradeFor, named, Player, type Actors } from "./player.ts";
import { press } from "./press.ts";
import { scenario } from "./scenario.ts";
import type { ScriptChange, ScriptEdition, Step } from "./script/step.ts";

/** What the play needs of its surroundings. */
export interface PlayOptions {
  /** Of the sample server, without trailing slash. The fetch guard must allow it. */
  readonly sampleOrigin: string;
  readonly server: { setDay(day: number): void };
  /** The app's clock; the play sets it, never backwards. */
  readonly now: { set(instant: Instant): void };
  /** Resolves when what came in has been read for evidence. */
  settled(): Promise<void>;
  /** One plain sentence for each step done. */
  onProgress(step: string): void;
}

const POLL_MINUTES = 60;

/**
 * Plays the scenario through the same actions as people at the desk, from an office without publishers, sources and
 * editions. Settings of the office (`scenario.office`) must be there. Rejects with what the desk refuses.
 */
export async function playScenario(desk: DeskService, actors: Actors, options: PlayOptions): Promise<void> {
  const player = new Player(desk, actors);
  options.now.set(scenario.startsAt);
  for (const publisher of scenario.publishers) {
    await desk.intake.savePublisher(actors.editor, { ...publisher, home: options.sampleOrigin + publisher.home });
  }
  options.onProgress(`${scenario.publishers.length} publishers graded`);
  for (const step of scenario.steps) {
    options.now.set(step.at);
    options.onProgress(`${step.at.slice(8, 10)} February: ${await perform(player, step, options)}`);
    // What it caused is done before the clock moves on.
    await options.settled();
  }
}

/** Does one step and says in a few words what was done. */
async function perform(player: Player, step: Step, options: PlayOptions): Promise<string> {
  const { desk, actors } = player;
  switch (step.do) {
    case "receive":
      return `new or changed reports: ${await receive(player, step.day, options)}`;
    case "decide":
      await player.passages(step.accept);
      for (const wrong of step.reject) await player.reject(wrong);
      return "suggestions decided on";
    case "claim":
      await player.gather(step.key, step.claim.items, step.claim.grade, step.claim.title);
      return `claim gathered: ${step.claim.title}`;
    case "extend-claim":
      await player.gather(step.key, step.items, step.grade, null);
      return `claim “${step.key}” has new evidence`;
    case "ask": {
      const { key, to, question } = step.reply;
      player.replies.set(key, await desk.editions.askForReply(actors.editor, { to, question, askedAt: step.at }));
      return `${to} asked for a reply`;
    }
    case "answer": {
      const { outcome, answer } = step;
      await desk.editions.recordReply(actors.editor, named(Object.fromEntries(player.replies), step.key), {
        outcome,
        answer,
      });
      return outcome === "answered" ? "a reply came in" : "no reply came in";
    }
    case "regrade": {
      const publisher = await desk.intake.publisher(actors.editor, step.publisher.id);
      const { id, name, country, ownerGroup, affiliation, home } = publisher;
      const { reliability, reason } = step.publisher;
      await desk.intake.savePublisher(actors.editor, {
        id,
        name,
        country,
        ownerGroup,
        affiliation,
        home,
        reliability,
        reason,
      });
      return `${name} graded ${reliability}`;
    }
    case "publish":
      return `edition ${await publish(player, step.edition)} published`;
    case "change":
      await change(player, step.change);
      return `${step.change.kind} of statement “${step.change.statement}” published`;
    case "withdraw": {
      const statement = player.statement(step.statement);
      const { version } = latestVersion(await desk.editions.statement(actors.editor, statement)).value;
      const proposal = await desk.editions.proposeWithdrawal(actors.editor, {
        statement,
        fromVersion: version,
        reason: step.reason,
      });
      options.now.set(step.approvedAt);
      await desk.editions.approveProposal(actors.approver, proposal);
      return `statement “${step.statement}” withdrawn by two people`;
    }
  }
}

/** Lets the sample press publish up to that day and fetches its feeds; adds them the first time. */
async function receive(player: Player, day: number, options: PlayOptions): Promise<number> {
  const { sampleOrigin, server } = options;
  const { desk, actors } = player;
  server.setDay(day);
  const outcomes: ImportOutcome[] = [];
  if (player.sources.length === 0) {
    for (const outlet of press) {
      const input = { url: sampleOrigin + feedPath(outlet), publisher: outlet.name, everyMinutes: POLL_MINUTES };
      const added = await desk.intake.addSource(actors.editor, input);
      player.sources.push(added.source.id);
      outcomes.push(...added.outcomes);
    }
  } else {
    for (const source of player.sources) outcomes.push(...(await desk.intake.pollSource(actors.editor, source)));
  }
  await options.settled();
  const failed = outcomes.find(({ outcome }) => outcome === "failed");
  if (failed) throw new Error(`${failed.url} did not come in: ${failed.code} ${failed.message}`);
  for (const { url, report } of outcomes) player.remember(url, report);
  return outcomes.filter(({ outcome }) => outcome === "new" || outcome === "changed").length;
}

async function publish(player: Player, edition: ScriptEdition): Promise<number> {
  const { editions } = player.desk;
  const { editor, approver } = player.actors;
  const draft = await editions.createDraft(editor);
  const kept = new Set(edition.keep.map((key) => player.statement(key)));
  const fresh: DraftStatement[] = [];
  for (const { key, section, kind, text, asOf, grade, area, evidence, replies } of edition.statements) {
    const found = await player.passages(evidence);
    fresh.push({
      key,
      carried: null,
      section,
      kind,
      text,
      asOf,
      grade: gradeFor(grade, found),
      evidence: found.map((one) => one.evidence),
      area,
      replyRequests: replies.map((reply) => named(Object.fromEntries(player.replies), reply)),
    });
  }
  const saved = await editions.saveDraft(editor, draft.id, draft.revision, {
    asOf: edition.asOf,
    nextUpdate: edition.nextUpdate,
    glance: edition.glance,
    languages: scenario.office.languages,
    statements: [...draft.content.statements.filter(({ carried }) => carried !== null && kept.has(carried)), ...fresh],
  });
  const published = await editions.publishDraft(approver, saved.id, saved.revision);
  for (const { key, text } of edition.statements) {
    for (const [id, known] of editions.history().statements) {
      if (known.versions[0]?.value.text["en"] === text["en"]) player.statements.set(key, id);
    }
  }
  return published.edition;
}

async function change(
  player: Player,
  { kind, statement, text, asOf, grade, evidence, reason }: ScriptChange,
): Promise<void> {
  const { editions } = player.desk;
  const id = player.statement(statement);
  const before: Statement = latestVersion(await editions.statement(player.actors.approver, id)).value;
  const found = await player.passages(evidence);
  await editions.correct(player.actors.approver, {
    kind,
    statement: id,
    fromVersion: before.version,
    right: {
      text,
      asOf,
      grade: gradeFor(grade, found),
      evidence: found.map((one) => one.evidence),
      area: before.area,
      kind: before.kind,
    },
    reason,
  });
}
