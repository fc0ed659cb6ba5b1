/** A value that must not be mixed up with others of the same primitive type: `Brand<string, 'UnitId'>`. */
declare const brand: unique symbol
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }

/** Ends an exhaustive switch: the compiler complains where a case is missing. */
export function assertNever(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`)
}
