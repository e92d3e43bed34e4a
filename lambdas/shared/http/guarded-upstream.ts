import dns from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import type { ConnectionOptions } from "node:tls";
import request from "undici/lib/api/api-request.js";
import Agent from "undici/lib/dispatcher/agent.js";
import { isPublicAddress } from "./public-address";
import { type Upstream, UpstreamUnreachableError } from "./upstream";

/** The call would have gone where no customer may send the gateway. Nobody was called. */
export class UnsafeAddressError extends UpstreamUnreachableError {
  constructor(options?: ErrorOptions) {
    super("address_not_public", options);
  }
}

export type ResolvedAddress = { readonly address: string; readonly family: number };

export type GuardedUpstreamOptions = {
  /** Every address of a name. @default the system's resolver */
  readonly lookup?: (hostname: string) => Promise<readonly ResolvedAddress[]>;
  /** Which addresses may be called: lent for tests. @default those of the public internet */
  readonly allows?: (address: string) => boolean;
  /** Trusted beside the system's own authorities: for tests. */
  readonly ca?: ConnectionOptions["ca"];
};

const systemLookup = (hostname: string) => dns.lookup(hostname, { all: true, verbatim: true });

const causes = function* (error: unknown): Generator<unknown, void, undefined> {
  yield error;
  if (error instanceof AggregateError) yield* error.errors;
  if (error instanceof Error && error.cause !== undefined) yield* causes(error.cause);
};

const isUnsafe = (error: unknown): boolean =>
  [...causes(error)].some((cause) => cause instanceof UnsafeAddressError);

const codeOf = (error: unknown): string => {
  const { code } = Object(error) as { code?: unknown };
  return typeof code === "string" ? code : "unknown";
};

/**
 * The lookup of the connection itself: what it answers is what is connected to, so that a name can't
 * be a public address when it is checked and another when it is called. One address that is not
 * public spoils the name.
 */
const guardedLookup =
  ({ lookup = systemLookup, allows = isPublicAddress }: GuardedUpstreamOptions): LookupFunction =>
  (hostname, { all }, callback) => {
    lookup(hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (!first || !addresses.every(({ address }) => allows(address))) {
          callback(new UnsafeAddressError(), "", 0);
        } else if (all) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
      (error: unknown) => callback(error as NodeJS.ErrnoException, "", 0),
    );
  };

/** An address written as such is never looked up; a URL has it in its plain form, however it was written. */
const isUnsafeUrl = (url: URL, allows: (address: string) => boolean): boolean => {
  if (url.protocol !== "https:" || url.username !== "" || url.password !== "") return true;
  const literal = url.hostname.replace(/^\[(.*)\]$/, "$1");
  return isIP(literal) !== 0 && !allows(literal);
};

/**
 * Calls addresses that customers chose: by HTTPS, and only on the public internet, whatever their
 * names resolve to. Redirects are not followed: they are answers like any other, and none that helps.
 */
export const createGuardedUpstream = (options: GuardedUpstreamOptions = {}): Upstream => {
  const { allows = isPublicAddress, ca } = options;
  const dispatcher = new Agent({
    connect: { timeout: 10_000, lookup: guardedLookup(options), ...(ca && { ca }) },
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: 60_000,
  });
  return async ({ method, url, headers, body }, signal) => {
    const target = new URL(url);
    if (isUnsafeUrl(target, allows)) throw new UnsafeAddressError();
    const { origin, pathname, search } = target;
    try {
      const path = pathname + search;
      const answer = await request.call(dispatcher, {
        origin,
        path,
        method,
        headers,
        body: body ?? null,
        signal,
      });
      return { status: answer.statusCode, headers: answer.headers, body: answer.body };
    } catch (error) {
      signal.throwIfAborted();
      if (isUnsafe(error)) throw new UnsafeAddressError({ cause: error });
      throw new UpstreamUnreachableError(codeOf(error), { cause: error });
    }
  };
};
