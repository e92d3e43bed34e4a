import type { createKey } from "../../../core/contract/keys";
import type { OrganizationId } from "../../../core/ids";
import { type ApiKey, createApiKey, drawKeyId } from "../../../core/keys/key-format";
import type { KeyRecord } from "../../../core/ports/access-store";
import { orNone } from "../change-fields";
import type { ApiRequest } from "../handler";
import { settingsOf } from "../settings-of";
import { checkKey } from "./check-key";
import type { KeysParts } from "./parts";
import { toKeyAnswer } from "./to-answer";

/** Of 62^10 ids one is taken hardly ever; so many in a row are no chance. */
const mostDraws = 5;

type Wished = ApiRequest<typeof createKey>["body"];
type Made = { readonly record: KeyRecord; readonly secret: ApiKey };

const isLive = ({ revokedAt, expiresAt = Number.POSITIVE_INFINITY }: KeyRecord, now: number) =>
  revokedAt === undefined && expiresAt > now;

const draw = (
  organization: OrganizationId,
  { cascade, budget, ...wished }: Wished,
  createdBy: string,
  { now, randomBytes, sha256 }: KeysParts,
): Made => {
  const id = drawKeyId(randomBytes);
  const secret = createApiKey({ organization, key: id }, randomBytes);
  const limits = orNone(budget);
  const optional = {
    ...wished,
    ...(cascade === true && { cascade }),
    ...(limits && { budget: limits }),
  };
  const facts = { id, hash: sha256(secret), last4: secret.slice(-4), createdAt: now(), createdBy };
  return { record: { ...optional, ...facts }, secret };
};

/** Makes a key under an id that is free; its text is in the answer and nowhere else. */
export const makeKey = async (request: ApiRequest<typeof createKey>, parts: KeysParts) => {
  const { actor, body, note } = request;
  const { registry, planLimits, now } = parts;
  const { organization, user } = actor;
  checkKey(body, await settingsOf(registry, organization), now());
  if (planLimits) {
    const keys = await registry.listKeys(organization);
    const live = keys.filter((key) => isLive(key, now()));
    await planLimits.check(organization, "keys", live.length);
  }
  for (let draws = 0; draws < mostDraws; draws += 1) {
    const { record, secret } = draw(organization, body, user.email, parts);
    if ((await registry.addKey(organization, record)) === "taken") continue;
    note({ target: record.id, details: { ...body } });
    return { key: toKeyAnswer(record, {}, now()), secret };
  }
  throw new Error(`no free id of a key was drawn in ${mostDraws} draws`);
};
