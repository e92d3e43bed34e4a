import type { OrganizationId } from "../../core/ids";
import type { Alert, AlertStore, Channel, Crossing, Notice } from "../../core/ports/alert-store";

type Told = {
  readonly mailed: Set<string>;
  readonly published: Set<Channel>;
  claimedUntil: number;
  tries: number;
};

/** An alert store for tests: everything in maps, no failure, no delay. */
export const createMemoryAlertStore = (): AlertStore => {
  const alerts = new Map<OrganizationId, Alert>();
  const listed = new Set<OrganizationId>();
  const crossings = new Map<OrganizationId, Map<string, Crossing>>();
  const told = new Map<string, Told>();
  const tests = new Map<string, number>();

  const ofOrganization = (organization: OrganizationId) => {
    const own = crossings.get(organization) ?? new Map<string, Crossing>();
    crossings.set(organization, own);
    return own;
  };
  const toldOf = (organization: OrganizationId, { kind, crossing }: Notice): Told => {
    const text = `${organization} ${kind} ${crossing}`;
    const known = told.get(text) ?? {
      mailed: new Set(),
      published: new Set(),
      claimedUntil: Number.NEGATIVE_INFINITY,
      tries: 0,
    };
    told.set(text, known);
    return known;
  };
  const isSame = (a: Notice, b: Notice) => a.kind === b.kind && a.crossing === b.crossing;

  return {
    find: async (organization) => alerts.get(organization),
    putSettings: async (organization, settings) => {
      const { version, ...rest } = alerts.get(organization) ?? { version: 0, untold: [] };
      alerts.set(organization, { ...rest, settings, version: version + 1 });
      listed.add(organization);
    },
    organizations: async function* () {
      yield* [...listed];
    },
    advance: async (organization, version, { state, fired, changed }) => {
      const alert = alerts.get(organization);
      if (alert?.version !== version) return "overtaken";
      const own = ofOrganization(organization);
      for (const { id, peak, endedAt } of changed) {
        const { endedAt: _, ...crossing } = own.get(id) ?? ({} as Crossing);
        own.set(id, { ...crossing, peak, ...(endedAt !== undefined && { endedAt }) });
      }
      if (fired) own.set(fired.id, fired);
      const notices: Notice[] = [
        ...(fired ? [{ kind: "fired" as const, crossing: fired.id }] : []),
        ...changed.flatMap(({ id, endedAt }) =>
          endedAt === undefined ? [] : [{ kind: "ended" as const, crossing: id }],
        ),
      ];
      const { state: _, ...rest } = alert;
      const old = alert.untold.filter((each) => !notices.some((notice) => isSame(notice, each)));
      const untold = [...old, ...notices];
      alerts.set(organization, { ...rest, ...(state && { state }), untold, version: version + 1 });
      return "written";
    },
    unlist: async (organization, version) => {
      if (alerts.get(organization)?.version === version) listed.delete(organization);
    },
    claim: async (organization, notice, now, until) => {
      const crossing = crossings.get(organization)?.get(notice.crossing);
      const own = toldOf(organization, notice);
      if (!crossing || own.claimedUntil > now) return undefined;
      own.claimedUntil = until;
      own.tries += 1;
      const mailed = toldOf(organization, { kind: "fired", crossing: notice.crossing }).mailed;
      const { published, tries } = own;
      return { crossing, mailed: [...mailed], published: [...published], tries };
    },
    noteMailed: async (organization, crossing, recipient) => {
      toldOf(organization, { kind: "fired", crossing }).mailed.add(recipient);
    },
    notePublished: async (organization, notice, channel) => {
      toldOf(organization, notice).published.add(channel);
    },
    settle: async (organization, notice) => {
      const alert = alerts.get(organization);
      if (!alert) return;
      const untold = alert.untold.filter((each) => !isSame(each, notice));
      alerts.set(organization, { ...alert, untold });
    },
    crossings: async (organization, limit) =>
      [...(crossings.get(organization)?.values() ?? [])]
        .sort((a, b) => (a.id < b.id ? 1 : -1))
        .slice(0, limit),
    countTest: async (organization, now, most) => {
      const text = `${organization} ${Math.floor(now / 60_000)}`;
      const sent = tests.get(text) ?? 0;
      if (sent >= most) return false;
      tests.set(text, sent + 1);
      return true;
    },
  };
};
