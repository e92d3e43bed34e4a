import type { KeyAnswer, updateKey } from "../../../core/contract/keys";
import { changeFields, orNone } from "../change-fields";
import type { ApiRequest } from "../handler";
import { conflict, notFound } from "../problems";
import { settingsOf } from "../settings-of";
import { checkKey } from "./check-key";
import type { KeysParts } from "./parts";
import { showKeys } from "./show-keys";

/** Changes what is given of a live key, whoever else changes something else of it. */
export const changeKey = async (
  { actor: { organization }, params, body, note }: ApiRequest<typeof updateKey>,
  parts: KeysParts,
): Promise<KeyAnswer> => {
  const { registry, now } = parts;
  checkKey(body, await settingsOf(registry, organization), now());
  const given = {
    ...body,
    budget: orNone(body.budget),
    cascade: body.cascade || orAbsent(body.cascade),
  };
  const changed = await registry.updateKey(organization, params.key, (key) => {
    if (key.revokedAt !== undefined) {
      throw conflict("key_revoked", "the key was revoked, for good; create a new one");
    }
    return changeFields(key, given);
  });
  if (!changed) throw notFound("key");
  note({ details: { ...body } });
  const [answer] = await showKeys(organization, [changed], parts);
  if (!answer) throw notFound("key");
  return answer;
};

/** A switch that is off is not kept. */
const orAbsent = (value: boolean | undefined): null | undefined =>
  value === undefined ? undefined : null;
