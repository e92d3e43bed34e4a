import { completion } from "../support/openai-shapes";
import { failure, json } from "../support/upstream-answers";
import { startUpstreamProduct, type UpstreamProduct } from "../support/upstream-product";
import { openDashboard } from "./support/open-dashboard";

let it: UpstreamProduct;
beforeAll(async () => {
  it = await startUpstreamProduct();
}, 120_000);
afterAll(() => it.dispose());

const messages = [{ role: "user" as const, content: "Say hello in one sentence." }];

const openLatest = async (model: string) => {
  const { response } = await it.client.chat.completions.create({ model, messages }).withResponse();
  const { id } = await it.recordOf(response);
  const dashboard = await openDashboard({ product: it.product });
  await dashboard.signIn();
  await dashboard.goto(`/requests/${id}`);
  const panel = dashboard.page.getByRole("complementary", { name: "Request" });
  await panel.getByText("Why this model").waitFor();
  return { ...dashboard, panel, id };
};

test("check 10: an unpriced request is shown as unpriced, and never as $0", async () => {
  it.upstream.reply(json(completion("new here")));
  const { page, panel, id } = await openLatest("openai/some-new-model");
  const cost = page.locator(`tr[data-request="${id}"] [data-column="cost"]`);
  expect(await cost.innerText()).toBe("unpriced");
  expect(await panel.getByText("unpriced").count()).toBeGreaterThan(0);
  expect(await panel.getByText("Prompt not stored").isVisible()).toBe(true);
});

test("check 17: who failed, and why, is shown where another had to answer", async () => {
  it.upstream.reply(failure(429, { code: "busy" }), json(completion("the second answers")));
  const { panel, accessibility } = await openLatest("gpt-4o");
  expect(await panel.getByText("refused with 429 (busy)", { exact: true }).isVisible()).toBe(true);
  expect(await panel.getByText(/so openai\/\S+ answered/).count()).toBeGreaterThan(0);
  expect(await accessibility()).toEqual([]);
});
