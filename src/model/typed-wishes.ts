/** What somebody chose in a form, as it came. */
export interface TypedWishes {
  readonly lang: string;
  readonly topics: readonly string[];
  readonly area: string;
  readonly frequency: string;
  readonly hour: string;
}

/** What is wrong with one field of the form. */
export interface FieldProblem {
  readonly field: "address" | keyof TypedWishes;
  /** address: it is none; topics: none was chosen; choice: the form has no such choice. */
  readonly code: "address" | "topics" | "choice";
}
