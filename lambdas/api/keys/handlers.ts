import type { keyOperations } from "../../../core/contract/keys";
import type { HandlersOf } from "../handler";
import { notFound } from "../problems";
import { changeKey } from "./change-key";
import { makeKey } from "./create-key";
import type { KeysParts } from "./parts";
import { compareKeys, showKeys } from "./show-keys";

export const createKeysHandlers = (parts: KeysParts): HandlersOf<typeof keyOperations> => ({
  async "keys.list"({ actor: { organization } }) {
    const keys = await showKeys(organization, await parts.registry.listKeys(organization), parts);
    return { keys: keys.toSorted(compareKeys) };
  },

  "keys.create": (request) => makeKey(request, parts),
  "keys.update": (request) => changeKey(request, parts),

  async "keys.revoke"({ actor: { organization }, params }) {
    const key = await parts.registry.revokeKey(organization, params.key, parts.now());
    const [answer] = key ? await showKeys(organization, [key], parts) : [];
    if (!answer) throw notFound("key");
    return answer;
  },
});
