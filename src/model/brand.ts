declare const brand: unique symbol;

/** A string (or number) that was checked once and may not be mixed up with another kind. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
