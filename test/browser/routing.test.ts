import { openDashboard } from "./support/open-dashboard";

const openRouting = async (path = "/routing", options = {}) => {
  const dashboard = await openDashboard(options);
  await dashboard.signIn();
  await dashboard.goto(path);
  return dashboard;
};

test("a mode that is applied decides the next requests, and Undo brings back the one before", async () => {
  const { page, product } = await openRouting();
  const why = async () => {
    const body = {
      model: "sandbox/sandbox-large",
      messages: [{ role: "user", content: "Translate to German: good morning" }],
    };
    const unpinned = { ...body, model: "sandbox-large" };
    const answer = await product.post("/chat/completions", JSON.stringify(unpinned));
    return `${answer.headers.get("x-smashcost-model")} ${answer.headers.get("x-smashcost-routing")}`;
  };
  const before = await why();
  await page.getByRole("radio", { name: /^Off/ }).check();
  await page.getByText(/100% of the quality is kept instead of 97%/).waitFor();
  await page.getByRole("button", { name: "Apply" }).click();
  await page.getByText("Routing mode is now Off.").waitFor();
  // The gateway holds settings for up to a second.
  await page.waitForTimeout(1_500);
  expect(await why()).not.toBe(before);
  expect(await why()).toMatch(/^sandbox-large /);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText(/^Balanced is in use/).waitFor();
});

test("the simulator shows what the API adds up, and says so where there is nothing to replay", async () => {
  const { page, product, goto } = await openRouting();
  await page.getByRole("heading", { name: "Needs a day of traffic" }).waitFor();
  await product.post(
    "/chat/completions",
    JSON.stringify({ model: "sandbox-large", messages: [{ role: "user", content: "Hello" }] }),
  );
  await page.waitForTimeout(2_000);
  const answered = page.waitForResponse((response) => response.url().includes("/api/simulator"));
  await goto("/routing?period=today");
  const answer = (await (await answered).json()) as {
    requests: number;
    modes: { moved: number }[];
  };
  expect(answer.requests).toBeGreaterThan(0);
  const text = await page.getByRole("table").first().innerText();
  for (const { moved } of answer.modes) expect(text).toContain(String(moved));
});

test.each(["light", "dark"] as const)("axe has nothing against the page in %s", async (theme) => {
  const { accessibility } = await openRouting("/routing?period=today", { theme });
  expect(await accessibility()).toEqual([]);
});
