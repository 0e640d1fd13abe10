declare const brand: unique symbol;

/** A string that only its own constructor makes, so that an account id is never passed where a region is wanted. */
export type Brand<Name extends string> = string & { readonly [brand]: Name };
