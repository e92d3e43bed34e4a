import { openDashboard } from "./support/open-dashboard";

test.each(["/", "/sign-in", "/models/openai/gpt-4.1", "/nothing/here"])(
  "%s draws under the policy it is served with",
  async (path) => {
    const { page, goto, problems } = await openDashboard();
    await goto(path);
    expect(await page.title()).toContain("SmashCost");
    expect(problems()).toEqual([]);
  },
);

test.each(["light", "dark"] as const)("a system that prefers %s gets it", async (theme) => {
  const { page, goto } = await openDashboard({ theme });
  await goto("/");
  expect(await page.locator("html").getAttribute("data-theme")).toBe(theme);
});

test("styles that scripts set are let through, those in a document are not", async () => {
  const { page, goto, expectProblem, problems } = await openDashboard();
  expectProblem(/inline style/);
  expectProblem(/policy: style-src-attr/);
  await goto("/");
  const widths = await page.evaluate<[string, string]>(`(() => {
    const [set, written] = [document.createElement("p"), document.createElement("div")];
    set.style.setProperty("width", "123px");
    written.innerHTML = '<p style="width: 123px"></p>';
    document.body.append(set, written);
    return [set, written.firstChild].map((element) => getComputedStyle(element).width);
  })()`);
  expect(widths[0]).toBe("123px");
  expect(widths[1]).not.toBe("123px");
  expect(problems()).toEqual([]);
});

test("the name that a browser came by does not matter", async () => {
  const { page, product, expectProblem } = await openDashboard();
  expectProblem(/asked elsewhere: http:\/\/localhost/);
  await page.goto(`${product.url.replace("127.0.0.1", "localhost")}/sign-in?next=%2Fkeys`);
  expect(page.url().startsWith(`${product.url}/`)).toBe(true);
});

test("the first user signs in as the terminal says, and stays so when a page is loaded anew", async () => {
  const { page, goto, signIn, product } = await openDashboard();
  await signIn();
  await goto("/keys");
  expect(page.url()).toBe(`${product.url}/keys`);
  expect(await page.locator("body").innerText()).toContain(product.email);
});

test("a wrong password is told, and is no problem of the page", async () => {
  const { page, goto, problems } = await openDashboard();
  await goto("/sign-in");
  await page.getByLabel("Email", { exact: true }).fill("owner@example.com");
  await page.getByLabel("Password", { exact: true }).fill("not-the-password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("alert").first().waitFor();
  expect(page.url()).toContain("/sign-in");
  expect(problems()).toEqual([]);
});
