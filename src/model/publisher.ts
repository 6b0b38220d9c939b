import type { Reliability } from "./grade.ts";
import type { PublisherId } from "./id.ts";
import type { LocalText } from "./language.ts";

/** Who publishes reports. Graded for reliability by a person; `F` until then. */
export interface Publisher {
  readonly id: PublisherId;
  readonly name: string;
  /** ISO 3166-1 code or a plain name; empty when not known. */
  readonly country: string;
  /** Publishers of one owner group are not independent of each other. Empty when not known. */
  readonly ownerGroup: string;
  /** State agency, party paper, public broadcaster … in plain words; empty when not known. */
  readonly affiliation: string;
  readonly home: string;
  readonly reliability: Reliability;
  /** Why this grade, for the public. */
  readonly reason: LocalText;
}
