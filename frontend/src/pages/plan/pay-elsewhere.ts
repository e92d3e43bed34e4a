/**
 * Goes on to the payment service's own page.
 *
 * @throws Error where the address is none of the web's: it would run in this page instead.
 */
export const payElsewhere = (url: string): void => {
  if (new URL(url).protocol !== "https:") throw new Error("the payment page has no safe address");
  location.assign(url);
};
