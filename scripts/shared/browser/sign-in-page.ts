import type { Page } from "playwright-core";
import { untilDrawn } from "./until-drawn";

export type Account = { readonly email: string; readonly password: string };

/** Signs in as a person does, by the sign-in page, and waits for what comes after it. */
export const signInPage = async (
  page: Page,
  url: string,
  { email, password }: Account,
): Promise<void> => {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel("Email", { exact: true }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((address) => address.pathname !== "/sign-in");
  await untilDrawn(page);
};
