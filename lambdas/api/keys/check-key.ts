import { RequestError } from "../../../core/errors";
import type { OrganizationSettings } from "../../../core/ports/access-store";
import { conflict } from "../problems";

type Wished = {
  readonly expiresAt?: number | null | undefined;
  readonly storePromptsDays?: number | null | undefined;
};

/**
 * What the schemas can't tell of a key.
 *
 * @throws RequestError 400 for an expiry that is over, 409 where no key may store prompts.
 */
export const checkKey = (
  { expiresAt, storePromptsDays }: Wished,
  settings: OrganizationSettings,
  now: number,
): void => {
  if (typeof expiresAt === "number" && expiresAt <= now) {
    throw new RequestError(
      400,
      "invalid_input",
      `body.expiresAt ${new Date(expiresAt).toISOString()} is over; name an instant to come, or revoke the key`,
      { param: "body.expiresAt" },
    );
  }
  if (typeof storePromptsDays === "number" && settings.promptStorage !== true) {
    throw conflict(
      "prompt_storage_off",
      "your organization keeps no prompts; have an admin allow it under Settings, or leave storePromptsDays out",
    );
  }
};
