import type { ProviderId } from "../../core/catalog/provider-id";
import { sandboxOffers } from "../sandbox/models";
import { type FunctionHost, startFunctionHost } from "./function-host";
import { installAwslambda, type StreamingHandler } from "./response-stream";

const once = <T>(load: () => Promise<T>): (() => Promise<T>) => {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
};

/**
 * Serves the dashboard's API and its files. Each is loaded when it is first called, and reads its
 * environment then.
 *
 * @param baseUrls - providers at another address than their own, as the gateway calls them.
 */
export const serveFunctions = (
  baseUrls: Partial<Record<ProviderId, string>>,
): Promise<FunctionHost> =>
  startFunctionHost({
    api: once(async () => {
      const { wireApi } = await import("../../lambdas/api/wire");
      return wireApi(process.env, { offers: sandboxOffers, baseUrls }) as never;
    }),
    exportFile: once(async () => {
      installAwslambda();
      const { handler } = await import("../../lambdas/export/index");
      return handler as unknown as StreamingHandler;
    }),
  });
