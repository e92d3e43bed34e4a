import type { Page } from "playwright-core";
import type { Role } from "../../../core/contract/role";

/** Has the page believe that its user has another role; the API still knows better. */
export const actAs = async (page: Page, role: Role): Promise<void> => {
  await page.route("**/api/me", async (route) => {
    const response = await route.fetch();
    const me = (await response.json()) as { membership: object };
    await route.fulfill({ response, json: { ...me, membership: { ...me.membership, role } } });
  });
};

/**
 * Has one operation fail for this page.
 *
 * @returns what lets it through again.
 */
export const failWith = async (
  page: Page,
  method: string,
  path: string,
  status: number,
): Promise<() => Promise<void>> => {
  const isIt = (url: URL) => url.pathname === path;
  const error = { code: "internal_error", message: "this went wrong", field: null, problems: [] };
  await page.route(isIt, (route) =>
    route.request().method() === method
      ? route.fulfill({ status, json: { error } })
      : route.fallback(),
  );
  return () => page.unroute(isIt);
};
