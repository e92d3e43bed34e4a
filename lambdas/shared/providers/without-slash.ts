/** An address that paths can be added to. */
export const withoutSlash = (url: string): string => url.replace(/\/+$/, "");
