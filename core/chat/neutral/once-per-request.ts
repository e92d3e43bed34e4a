import type { NeutralRequest } from "./request";

/** Every model of every provider is held against the same request: what it says is read once. */
export const oncePerRequest = <T>(
  read: (request: NeutralRequest) => T,
): ((request: NeutralRequest) => T) => {
  const known = new WeakMap<NeutralRequest, { readonly value: T }>();
  return (request) => {
    const held = known.get(request) ?? { value: read(request) };
    known.set(request, held);
    return held.value;
  };
};
