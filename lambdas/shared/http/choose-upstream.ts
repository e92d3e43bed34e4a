import type { HttpCall, Upstream } from "./upstream";

export type Upstreams = {
  readonly plain: Upstream;
  /** For addresses that customers chose. */
  readonly guarded: Upstream;
  /** Loaded with the first call that it carries: the AWS SDK is large. */
  readonly bedrock: () => Promise<Upstream>;
};

/** Sends each call by whoever is to carry it. */
export const createUpstream = ({ plain, guarded, bedrock }: Upstreams): Upstream => {
  let loaded: Promise<Upstream> | undefined;
  const loadBedrock = (): Promise<Upstream> => {
    // A load that failed is tried again by the next call.
    loaded ??= bedrock().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
  return async (call: HttpCall, signal) => {
    if (call.carrier === "bedrock") return (await loadBedrock())(call, signal);
    return call.guarded ? guarded(call, signal) : plain(call, signal);
  };
};
