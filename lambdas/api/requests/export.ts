import type { startExport } from "../../../core/contract/requests";
import { readPeriod } from "../../../core/usage/query/period";
import { readSettings } from "../../shared/read-settings";
import { tokenHash } from "../../shared/token-hash";
import type { Handler } from "../handler";
import type { RequestsParts } from "./parts";

const hourMs = 3_600_000;
const defaultHours = 24;
const goodForMs = 60_000;

/** A browser's download carries no token of a sign-in: the link itself is the right to it. */
export const createStartExport =
  ({ access, links, newToken, now }: RequestsParts): Handler<typeof startExport> =>
  async ({ actor: { organization, user }, body, note }) => {
    const { from, to, ...filters } = body;
    const at = now();
    const given = {
      ...(to !== undefined && { to: Date.parse(to) }),
      from:
        from === undefined
          ? (to === undefined ? at : Date.parse(to)) - defaultHours * hourMs
          : Date.parse(from),
    };
    const { timeZone } = await readSettings(access, organization);
    const period = readPeriod(given, timeZone, at);
    const token = newToken();
    const expiresAt = at + goodForMs;
    await links.put(tokenHash(token), {
      organization,
      user: user.id,
      ...period,
      filters,
      expiresAt,
    });
    const told = {
      from: new Date(period.from).toISOString(),
      to: new Date(period.to).toISOString(),
    };
    note({ details: { ...told, filters: Object.keys(filters) } });
    return { url: `/api/exports/${token}.csv`, expiresAt: new Date(expiresAt).toISOString() };
  };
