import { originsOf } from "../model/evidence.ts";
import type { Grade } from "../model/grade.ts";
import type { ClaimId, ReplyRequestId, ReportId, SourceId, StatementId } from "../model/id.ts";
import type { Actor, DeskService } from "../web/ports.ts";
import { reportPath } from "./outlet.ts";
import { claimItemOf, findPassage, type FoundPassage } from "./passage.ts";
import { sampleReport } from "./press.ts";
import { scenario } from "./scenario.ts";
import type { RejectSelector, ScriptClaimItem } from "./script/step.ts";

/** Who plays the office: an analyst reads and decides, an editor writes, an approver publishes. */
export interface Actors {
  readonly analyst: Actor;
  readonly editor: Actor;
  readonly approver: Actor;
}

/** What the play has to remember between steps: how the script's names became the desk's ids. */
export class Player {
  readonly desk: DeskService;
  readonly actors: Actors;
  readonly statements = new Map<string, StatementId>();
  readonly replies = new Map<string, ReplyRequestId>();
  readonly claims = new Map<string, ClaimId>();
  readonly sources: SourceId[] = [];
  /** By path on the sample server. */
  readonly #reports = new Map<string, ReportId>();

  constructor(desk: DeskService, actors: Actors) {
    this.desk = desk;
    this.actors = actors;
  }

  remember(url: string, report: ReportId | null): void {
    if (report !== null) this.#reports.set(new URL(url).pathname, report);
  }

  /** Finds passages by name, accepts what the machine suggested of them, and marks the reports as read. */
  async passages(names: readonly string[]): Promise<readonly FoundPassage[]> {
    const found: FoundPassage[] = [];
    for (const name of names) {
      const selector = named(scenario.quotes, name);
      const view = await this.desk.intake.report(this.actors.analyst, this.#report(selector.publisher, selector.slug));
      const passage = findPassage(view, selector);
      await this.#accept(passage);
      if (!view.read) await this.desk.intake.markRead(this.actors.analyst, passage.report, true);
      found.push(passage);
    }
    return found;
  }

  /** Rejects the first undecided suggestion that fits; does nothing where the machine made none. */
  async reject({ publisher, slug, suggestion, speaker, find }: RejectSelector): Promise<void> {
    const { analyst } = this.actors;
    const { attributions, figures } = await this.desk.intake.report(analyst, this.#report(publisher, slug));
    if (suggestion === "figure") {
      const wrong = figures.find(({ decision, text }) => decision === null && text.includes(find));
      if (wrong) await this.desk.evidence.decideFigure(analyst, wrong.id, "rejected");
      return;
    }
    const wrong = attributions.find(
      ({ decision, source, content }) =>
        decision === null && (source?.text ?? "").includes(speaker) && content.text.includes(find),
    );
    if (wrong) await this.desk.evidence.decideAttribution(analyst, wrong.id, "rejected");
  }

  /** Adds the passages to the claim named `key` (made with `title` if it is new), sets stance and origin, grades it. */
  async gather(key: string, items: readonly ScriptClaimItem[], grade: Grade, title: string | null): Promise<void> {
    const { evidence } = this.desk;
    const { analyst } = this.actors;
    const found = await this.passages(items.map(({ quote }) => quote));
    const wanted = items.flatMap((item, i) => {
      const passage = found[i];
      const claimItem = passage === undefined ? null : claimItemOf(passage);
      if (passage === undefined || claimItem === null) return [];
      const { stance, origin } = passage.evidence;
      return [{ ...claimItem, stance: item.stance ?? stance, origin: item.origin ?? origin }];
    });
    if (wanted.length === 0) return;
    const bare = wanted.map(({ report, attribution, figure }) => ({ report, attribution, figure }));
    let id = this.claims.get(key);
    if (id === undefined) {
      id = await evidence.createClaim(analyst, { title: title ?? key, items: bare });
      this.claims.set(key, id);
    } else {
      for (const item of bare) await evidence.addToClaim(analyst, id, item);
    }
    const view = await evidence.claim(analyst, id);
    const saved = await evidence.saveClaim(analyst, {
      ...view.claim,
      status: "kept",
      items: view.claim.items.map((item) => ({
        ...item,
        ...wanted.find((w) => w.report === item.report && w.attribution === item.attribution),
      })),
    });
    const origins = originsOf(saved.items);
    const credibility = grade.credibility === 1 && origins < 2 ? 2 : grade.credibility;
    await evidence.gradeClaim(analyst, id, { ...grade, credibility });
  }

  /** The desk's id of a statement of the script. */
  statement(key: string): StatementId {
    return named(Object.fromEntries(this.statements), key);
  }

  #report(publisher: string, slug: string): ReportId {
    const { outlet, report } = sampleReport(publisher, slug);
    const id = this.#reports.get(reportPath(outlet, report));
    if (id === undefined) throw new Error(`the sample report ${publisher}/${slug} did not come in`);
    return id;
  }

  async #accept({ attribution, fix, figure }: FoundPassage): Promise<void> {
    const { evidence } = this.desk;
    const { analyst } = this.actors;
    if (attribution?.decision === null) {
      if (fix === null) await evidence.decideAttribution(analyst, attribution.id, "accepted");
      else await evidence.fixAttribution(analyst, attribution.id, fix);
    }
    if (figure?.decision === null) await evidence.decideFigure(analyst, figure.id, "accepted");
  }
}

/** The value of that name. Throws where the script names something that it does not have. */
export function named<T>(values: Readonly<Record<string, T>>, name: string): T {
  const value = values[name];
  if (value === undefined) throw new Error(`the script has no “${name}”`);
  return value;
}

/** The grade as far as the evidence carries it: “1” only with two independent origins. */
export function gradeFor(grade: Grade, found: readonly FoundPassage[]): Grade {
  const confirmed = originsOf(found.map(({ evidence }) => evidence)) >= 2;
  return grade.credibility === 1 && !confirmed ? { ...grade, credibility: 2 } : grade;
}
