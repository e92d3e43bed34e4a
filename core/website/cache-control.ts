const oneYearSeconds = 31_536_000;

/**
 * How long browsers keep a file of the website: what has a hash of its content in its name for good,
 * all else as long as it is asked whether it changed.
 *
 * @param path - without a query.
 */
export const cacheControl = (path: string): string =>
  path.startsWith("/assets/") ? `public, max-age=${oneYearSeconds}, immutable` : "no-cache";
