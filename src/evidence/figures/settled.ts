import type { Figure } from "../../model/figure.ts";
import type { Piece } from "./piece.ts";
import { passedBefore } from "./qualifier.ts";
import type { Quantity } from "./quantity.ts";

/** A figure by the pieces `[from, to)` of its sentence. */
export type Settled = Omit<Figure, "text" | "span"> & { readonly from: number; readonly to: number };

/** The figure that a quantity is, once its kind is known. */
export function made(quantity: Quantity, kind: Figure["kind"], unit: string | null, counts: string | null): Settled {
  const { value, max, qualifier, from, to } = quantity;
  return { kind, value, max, unit, qualifier, counts, from, to };
}

/** "topped $3bn", "passed 40 per cent": more than that. */
export function passed(pieces: readonly Piece[], quantity: Quantity, floor: number): Quantity {
  if (quantity.qualified || quantity.max !== null) return quantity;
  const verb = passedBefore(pieces, quantity.from);
  return verb === null || verb.from < floor ? quantity : { ...quantity, qualifier: verb.qualifier };
}
