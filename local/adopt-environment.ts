import { devNull } from "node:os";

/**
 * Makes `process.env` of this thread the embedded stack's: whatever this machine says of AWS (a
 * profile, a session, endpoints, config files) is put aside, so that no call can go to a real account.
 */
export const adoptEnvironment = (environment: Readonly<Record<string, string>>): void => {
  for (const name of Object.keys(process.env)) {
    if (name.startsWith("AWS_") && name !== sdkNotice) Reflect.deleteProperty(process.env, name);
  }
  Object.assign(process.env, {
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: "true",
    ...environment,
  });
};

/** Set by the launcher: the SDK's word to those who deploy on Node 20. */
const sdkNotice = "AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED";
