import type { Origin } from "../../../evidence/origin-graph.ts";

/** What each kind of origin looks like; its word always stands beside it. */
const SHAPES: Readonly<Record<Origin["kind"], string>> = {
  person: "M12 3.5a4 4 0 1 1 0 8a4 4 0 1 1 0-8M4 21c0-5 3.5-7.5 8-7.5s8 2.5 8 7.5Z",
  office: "M3 9L12 3.5L21 9ZM5.5 9V18M10 9V18M14 9V18M18.5 9V18M3 20.5H21",
  document: "M5 2.5H14.5L19 7V21.5H5ZM14.5 2.5V7H19M8 12H16M8 16H16",
  publication: "M3 5H17V20.5H5a2 2 0 0 1-2-2ZM17 9H21V18.5a2 2 0 0 1-2 2H16M6 9H14M6 13H14M6 17H11",
  "own-report":
    "M2 12C5 7 8.5 5 12 5S19 7 22 12C19 17 15.5 19 12 19S5 17 2 12ZM12 8.75a3.25 3.25 0 1 1 0 6.5a3.25 3.25 0 1 1 0-6.5",
  unnamed: "M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 17.5V18",
};

export function KindShape(p: { readonly kind: Origin["kind"] }) {
  return (
    <svg class="kind-shape" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      {p.kind === "unnamed" ? <circle class="dashed" cx="12" cy="12" r="10" /> : null}
      <path d={SHAPES[p.kind]} />
    </svg>
  );
}
