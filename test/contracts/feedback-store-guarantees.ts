import type { OfferName } from "../../core/catalog/offer";
import type { KeyId, OrganizationId } from "../../core/ids";
import type { AccessStore } from "../../core/ports/access-store";
import type { FeedbackStore } from "../../core/ports/feedback-store";
import type { Registry } from "../../core/ports/registry";
import type { Task } from "../../core/routing/task";
import { settingsOf } from "./access-store-guarantees";
import { freshOrganization } from "./cloud";
import { idAt } from "./usage-event-arbitrary";

const at = Date.parse("2026-11-24T12:00:00Z");
/** Many calls to an emulator on a machine that may be busy. */
const slowMs = 60_000;

export type FeedbackWorld = {
  /** Another process on the same data, where there can be one. */
  readonly open: () => FeedbackStore;
  readonly access: AccessStore;
  readonly registry: Registry;
};

type Cast = {
  readonly request: number;
  readonly score: number;
  readonly offer?: OfferName;
  readonly task?: Task;
};

/** What is scored is counted once, replaced by its later score, and read with the settings. */
export const feedbackGuarantees = (world: () => FeedbackWorld): void => {
  const prepare = async () => {
    const { open, access, registry } = world();
    const organization = freshOrganization();
    await registry.putOrganization(settingsOf(organization));
    const cast = (store: FeedbackStore, one: Cast, of: OrganizationId = organization) => {
      const { request, score, offer = "openai/gpt-4o", task = "code" } = one;
      return store.score({
        organization: of,
        request: idAt(at, request),
        offer,
        task,
        score,
        at: at + request,
      });
    };
    const settings = async (of: OrganizationId = organization) =>
      (await access.read(of, "Key0000001" as KeyId)).organization;
    return { open, registry, organization, cast, settings };
  };

  test("settings of an organization without feedback have none", async () => {
    const { organization, settings } = await prepare();
    expect(await settings()).toEqual(settingsOf(organization));
  });

  test("scores are read with the settings, by offer and task", async () => {
    const { open, cast, settings } = await prepare();
    const store = open();
    await cast(store, { request: 1, score: 1 });
    await cast(store, { request: 2, score: 0.5 });
    await cast(store, { request: 3, score: 0, task: "chat" });
    await cast(store, { request: 4, score: 0.25, offer: "openrouter/meta-llama/llama-4" });
    expect((await settings())?.feedback).toEqual({
      "openai/gpt-4o": { code: { votes: 2, mean: 0.75 }, chat: { votes: 1, mean: 0 } },
      "openrouter/meta-llama/llama-4": { code: { votes: 1, mean: 0.25 } },
    });
  });

  test("the latest score of a request takes the place of its earlier ones", async () => {
    const { open, cast, settings } = await prepare();
    const store = open();
    for (const score of [1, 0, 0.5]) await cast(store, { request: 1, score });
    await cast(store, { request: 2, score: 1 });
    await cast(open(), { request: 1, score: 0.25 });
    expect((await settings())?.feedback?.["openai/gpt-4o"]?.code).toEqual({
      votes: 2,
      mean: 0.625,
    });
  });

  test("an organization's scores are its own", async () => {
    const { open, cast, settings } = await prepare();
    const other = await prepare();
    await cast(open(), { request: 1, score: 1 });
    await cast(open(), { request: 1, score: 0 }, other.organization);
    expect((await settings())?.feedback?.["openai/gpt-4o"]?.code?.mean).toBe(1);
    expect((await other.settings())?.feedback?.["openai/gpt-4o"]?.code?.mean).toBe(0);
  });

  test("settings that are written back as they were read leave the feedback as it is", async () => {
    const { open, cast, settings, registry } = await prepare();
    await cast(open(), { request: 1, score: 1 });
    const read = await settings();
    if (read === undefined) throw new Error("the organization is gone");
    await cast(open(), { request: 2, score: 0 });
    await registry.putOrganization({ ...read, name: "Renamed" });
    expect(await settings()).toEqual({
      ...read,
      name: "Renamed",
      feedback: { "openai/gpt-4o": { code: { votes: 2, mean: 0.5 } } },
    });
  });

  test(
    "of many scores at once, from four processes and some of them twice, none is lost or counted twice",
    async () => {
      const { open, cast, settings } = await prepare();
      const stores = [open(), open(), open(), open()];
      const all = Array.from({ length: 40 }, (_, request) => request);
      await Promise.all(
        [...all, ...all.slice(0, 20)].map((request, place) => {
          const store = stores[place % stores.length] ?? open();
          return cast(store, { request, score: request % 2 });
        }),
      );
      expect((await settings())?.feedback?.["openai/gpt-4o"]?.code).toEqual({
        votes: 40,
        mean: 0.5,
      });
    },
    slowMs,
  );

  test(
    "more scores than one transaction holds are all counted",
    async () => {
      const { open, cast, settings } = await prepare();
      const store = open();
      await Promise.all(
        Array.from({ length: 130 }, (_, request) => cast(store, { request, score: 1 })),
      );
      expect((await settings())?.feedback?.["openai/gpt-4o"]?.code).toEqual({ votes: 50, mean: 1 });
    },
    slowMs,
  );
};
