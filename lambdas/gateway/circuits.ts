import type { ProviderId } from "../../core/catalog/provider-id";

/** Remembers which providers fail, so that new requests are led past them for a while. */
export type Circuits = {
  /** The provider is left alone for now. */
  isOpen(provider: ProviderId): boolean;
  succeeded(provider: ProviderId): void;
  /** Unreachable, timed out or 5xx: the provider's fault, not the request's. */
  failed(provider: ProviderId): void;
};

export type CircuitOptions = {
  readonly now: () => number;
  /** That many failures in a row open the circuit. @default 5 */
  readonly failures?: number;
  /** After that long one request tries the provider again. @default 10_000 */
  readonly restMs?: number;
};

type State = { inARow: number; openUntil: number };

/**
 * A circuit breaker per provider, within one process. It guides the choice among candidates and
 * never refuses a request that has no other way: such a request is its probe.
 */
export const createCircuits = ({
  now,
  failures = 5,
  restMs = 10_000,
}: CircuitOptions): Circuits => {
  const states = new Map<ProviderId, State>();
  return {
    isOpen: (provider) => (states.get(provider)?.openUntil ?? 0) > now(),
    succeeded: (provider) => {
      states.delete(provider);
    },
    failed(provider) {
      const state = states.get(provider) ?? { inARow: 0, openUntil: 0 };
      state.inARow += 1;
      if (state.inARow >= failures) state.openUntil = now() + restMs;
      states.set(provider, state);
    },
  };
};
