import type { ProviderId } from "../../../core/catalog/provider-id";
import { RequestError } from "../../../core/errors";

/** A credential without the setting that calling its provider takes. */
export const missingSetting = (provider: ProviderId, setting: string): RequestError =>
  new RequestError(
    424,
    "incomplete_credential",
    `the credential stored for ${provider} has no usable ${setting}; add it under Provider credentials`,
    { param: "model", mayRetry: false },
  );
