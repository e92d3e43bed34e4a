import type { OrganizationId } from "../../core/ids";
import type { AlertStore, Crossing } from "../../core/ports/alert-store";
import { freshOrganization } from "./cloud";

const noon = Date.parse("2026-11-24T12:00:00Z");
const settings = {
  thresholdMicroUsd: 5_000_000,
  recipients: ["ann@example.com", "bob@example.com"],
};

const state = {
  thresholdMicroUsd: 5_000_000,
  through: 29_924_640,
  floor: 29_924_600,
  open: { id: "01A", at: noon, window: 29_924_640, peak: 123_456_789_012_345_678_901n },
};

export const crossing = (fields: Partial<Crossing> = {}): Crossing => ({
  id: "01A",
  at: noon,
  from: noon - 3_540_000,
  to: noon + 60_000,
  thresholdMicroUsd: 5_000_000,
  sum: 123_456_789_012_345_678_901n,
  peak: 123_456_789_012_345_678_901n,
  customers: [
    { customer: 'a"b é☃', cost: 123_456_789_012_345_678_900n },
    { customer: null, cost: 1n },
  ],
  customersExact: true,
  recipients: ["ann@example.com"],
  ...fields,
});

const fired = { kind: "fired", crossing: "01A" } as const;
const ended = { kind: "ended", crossing: "01A" } as const;

/** Whoever writes goes by what they read; a notice is in one hand at a time; nothing is another's. */
export const alertStoreGuarantees = (open: () => AlertStore): void => {
  const listed = async (store: AlertStore, organization: OrganizationId) => {
    for await (const each of store.organizations()) if (each === organization) return true;
    return false;
  };
  const versionOf = async (store: AlertStore, organization: OrganizationId) =>
    (await store.find(organization))?.version ?? -1;
  /** An alert with one crossing that began. */
  const withCrossing = async () => {
    const store = open();
    const organization = freshOrganization();
    await store.putSettings(organization, settings);
    const version = await versionOf(store, organization);
    await store.advance(organization, version, { state, fired: crossing(), changed: [] });
    return { store, organization };
  };

  test("an organization without an alert has none, and is not on the list", async () => {
    const store = open();
    const organization = freshOrganization();
    expect(await store.find(organization)).toBeUndefined();
    expect(await store.crossings(organization, 100)).toEqual([]);
    expect(await listed(store, organization)).toBe(false);
  });

  test("settings are read as they were put, and put the organization on the list", async () => {
    const store = open();
    const organization = freshOrganization();
    await store.putSettings(organization, settings);
    expect(await store.find(organization)).toMatchObject({ settings, untold: [] });
    expect(await listed(store, organization)).toBe(true);
    await store.putSettings(organization, { thresholdMicroUsd: 0, recipients: [] });
    expect((await store.find(organization))?.settings).toEqual({
      thresholdMicroUsd: 0,
      recipients: [],
    });
  });

  test("state and crossing are read as they were written, sums above 2^53 included", async () => {
    const { store, organization } = await withCrossing();
    expect(await store.find(organization)).toMatchObject({ settings, state, untold: [fired] });
    expect(await store.crossings(organization, 100)).toEqual([crossing()]);
    expect(await store.find(freshOrganization())).toBeUndefined();
  });

  test("of several checks that read the same version one writes, and all of it", async () => {
    const organization = freshOrganization();
    await open().putSettings(organization, settings);
    const version = await versionOf(open(), organization);
    const ids = ["01A", "01B", "01C", "01D"];
    const outcomes = await Promise.all(
      ids.map((id) => {
        const change = { state, fired: crossing({ id }), changed: [] };
        return open().advance(organization, version, change);
      }),
    );
    expect(outcomes.filter((outcome) => outcome === "written")).toHaveLength(1);
    const winner = ids[outcomes.indexOf("written")];
    expect((await open().crossings(organization, 100)).map(({ id }) => id)).toEqual([winner]);
    expect((await open().find(organization))?.untold).toEqual([
      { kind: "fired", crossing: winner },
    ]);
  });

  test("settings that changed after the check read them overtake it", async () => {
    const store = open();
    const organization = freshOrganization();
    await store.putSettings(organization, settings);
    const version = await versionOf(store, organization);
    await store.putSettings(organization, { ...settings, thresholdMicroUsd: 1 });
    expect(await store.advance(organization, version, { state, changed: [] })).toBe("overtaken");
    expect((await store.find(organization))?.state).toBeUndefined();
  });

  test("a crossing's end is kept and is to be told; opened again it has none", async () => {
    const { store, organization } = await withCrossing();
    const { open: _, ...armed } = state;
    const end = { id: "01A", peak: 7n, endedAt: noon + 1 };
    await store.advance(organization, await versionOf(store, organization), {
      state: armed,
      changed: [end],
    });
    expect(await store.crossings(organization, 100)).toEqual([crossing({ ...end })]);
    const { untold } = (await store.find(organization)) ?? { untold: [] };
    expect(untold).toHaveLength(2);
    expect(untold).toEqual(expect.arrayContaining([fired, ended]));
    await store.advance(organization, await versionOf(store, organization), {
      state,
      changed: [{ id: "01A", peak: 8n }],
    });
    expect(await store.crossings(organization, 100)).toEqual([crossing({ peak: 8n })]);
  });

  test("a check of an alert that is off leaves no state", async () => {
    const { store, organization } = await withCrossing();
    await store.advance(organization, await versionOf(store, organization), {
      changed: [{ id: "01A", peak: 7n, endedAt: noon }],
    });
    expect((await store.find(organization))?.state).toBeUndefined();
  });

  test("a notice is in one hand until its time is over", async () => {
    const { store, organization } = await withCrossing();
    const claims = await Promise.all(
      Array.from({ length: 4 }, () => open().claim(organization, fired, noon, noon + 100)),
    );
    expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
    expect(await store.claim(organization, fired, noon + 99, noon + 300)).toBeUndefined();
    expect(await store.claim(organization, fired, noon + 100, noon + 300)).toMatchObject({
      crossing: crossing(),
      tries: 2,
    });
    // The end of the same crossing is another notice.
    expect(await store.claim(organization, ended, noon, noon + 100)).toMatchObject({ tries: 1 });
    const nothing = { kind: "fired", crossing: "01Z" } as const;
    expect(await store.claim(organization, nothing, noon, noon + 100)).toBeUndefined();
    expect(await store.claim(freshOrganization(), fired, noon, noon + 100)).toBeUndefined();
  });

  test("who takes a notice up after another knows what that one did", async () => {
    const { store, organization } = await withCrossing();
    await store.noteMailed(organization, "01A", "ann@example.com");
    await store.noteMailed(organization, "01A", "ann@example.com");
    await store.notePublished(organization, fired, "topic");
    expect(await store.claim(organization, fired, noon, noon + 100)).toMatchObject({
      mailed: ["ann@example.com"],
      published: ["topic"],
    });
    const end = await store.claim(organization, ended, noon, noon + 100);
    expect(end?.published).toEqual([]);
  });

  test("what is settled is to be told no more; the rest is", async () => {
    const { store, organization } = await withCrossing();
    await store.advance(organization, await versionOf(store, organization), {
      changed: [{ id: "01A", peak: 7n, endedAt: noon }],
    });
    await store.settle(organization, fired);
    expect((await store.find(organization))?.untold).toEqual([ended]);
    await store.settle(organization, ended);
    expect((await store.find(organization))?.untold).toEqual([]);
  });

  test("an alert comes off the list unless it was written meanwhile", async () => {
    const store = open();
    const organization = freshOrganization();
    await store.putSettings(organization, { thresholdMicroUsd: 0, recipients: [] });
    const version = await versionOf(store, organization);
    await store.putSettings(organization, settings);
    await store.unlist(organization, version);
    await store.unlist(organization, undefined);
    expect(await listed(store, organization)).toBe(true);
    await store.unlist(organization, await versionOf(store, organization));
    expect(await listed(store, organization)).toBe(false);
  });

  test("the newest crossings come first, as many as are asked for", async () => {
    const store = open();
    const organization = freshOrganization();
    await store.putSettings(organization, settings);
    for (const id of ["01B", "01A", "01C"]) {
      const change = { state, fired: crossing({ id }), changed: [] };
      await store.advance(organization, await versionOf(store, organization), change);
    }
    expect((await store.crossings(organization, 2)).map(({ id }) => id)).toEqual(["01C", "01B"]);
  });

  test("so many tests a minute, counted across processes", async () => {
    const organization = freshOrganization();
    const allowed = await Promise.all(
      Array.from({ length: 5 }, () => open().countTest(organization, noon + 1, 3)),
    );
    expect(allowed.filter(Boolean)).toHaveLength(3);
    expect(await open().countTest(organization, noon + 59_999, 3)).toBe(false);
    expect(await open().countTest(organization, noon + 60_000, 3)).toBe(true);
    expect(await open().countTest(freshOrganization(), noon, 3)).toBe(true);
  });
};
