import {
  BedrockRuntimeClient,
  type BedrockRuntimeClientConfig,
  ConverseCommand,
  type ConverseCommandInput,
  ConverseStreamCommand,
} from "@aws-sdk/client-bedrock-runtime";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { LRUCache } from "lru-cache";
import type { HttpAnswer, HttpCall, Upstream } from "../http/upstream";
import { withBytes, withoutBytes } from "./bedrock-bytes";
import { jsonAnswer, toErrorAnswer, toErrorEvent } from "./bedrock-error";

export type BedrockUpstreamOptions = {
  /** Another address than AWS's: for tests. @default AWS_ENDPOINT_URL_BEDROCK_RUNTIME */
  readonly endpoint?: string;
  /** @default what the SDK finds: on Lambda the function's own role */
  readonly credentials?: BedrockRuntimeClientConfig["credentials"];
  /** Names the gateway's own region. @default process.env */
  readonly environment?: NodeJS.ProcessEnv;
};

/** What a call's address says. */
type Place = {
  /** Absent: the gateway's own. */
  readonly region?: string;
  /** Where it is no address of AWS. */
  readonly origin?: string;
  readonly modelId: string;
  readonly streamed: boolean;
};

const placeOf = (url: string): Place => {
  const { hostname, origin, pathname } = new URL(url);
  const aws = /^bedrock-runtime(?:\.([a-z0-9-]+))?\.amazonaws\.com$/.exec(hostname);
  const path = /\/model\/([^/]+)\/(converse|converse-stream)$/.exec(pathname);
  return {
    ...(aws?.[1] && { region: aws[1] }),
    ...(!aws && { origin }),
    modelId: decodeURIComponent(path?.[1] ?? ""),
    streamed: path?.[2] === "converse-stream",
  };
};

/** The gateway's own deadlines decide how long a call may take; many calls are under way at once. */
const createHandler = () => {
  const agent = { keepAlive: true, maxSockets: Number.POSITIVE_INFINITY };
  return new NodeHttpHandler({
    connectionTimeout: 10_000,
    requestTimeout: 0,
    socketTimeout: 0,
    httpAgent: agent,
    httpsAgent: agent,
  });
};

/** A Bedrock API key, where the organization gave one: it is asked for in place of the role. */
const bearerOf = ({ headers }: HttpCall): string | undefined =>
  /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1];

/** One client a region, address and key, with one pool of connections for all. */
const createClients = (options: BedrockUpstreamOptions) => {
  const { endpoint: given, credentials, environment = process.env } = options;
  const requestHandler = createHandler();
  const clients = new LRUCache<string, BedrockRuntimeClient>({ max: 200 });
  const endpointOf = (region = "", origin: string | undefined): string | undefined => {
    const named = given ?? origin ?? environment.AWS_ENDPOINT_URL_BEDROCK_RUNTIME;
    if (named !== undefined) return named;
    // An address that is meant for all services has no models.
    const all = environment.AWS_ENDPOINT_URL !== undefined;
    return all ? `https://bedrock-runtime.${region}.amazonaws.com` : undefined;
  };
  return ({ region: named, origin }: Place, bearer: string | undefined): BedrockRuntimeClient => {
    const region = named ?? environment.AWS_REGION;
    const name = JSON.stringify([region, origin, bearer]);
    const known = clients.get(name);
    if (known) return known;
    const endpoint = endpointOf(region, origin);
    const client = new BedrockRuntimeClient({
      ...(region !== undefined && { region }),
      requestHandler,
      // The gateway tries again by itself.
      maxAttempts: 1,
      ...(endpoint !== undefined && { endpoint }),
      ...(bearer === undefined
        ? credentials && { credentials }
        : { authSchemePreference: ["httpBearerAuth"], token: { token: bearer } }),
    });
    clients.set(name, client);
    return client;
  };
};

/** One server-sent event each, as they come; leaving early closes the connection. */
const asEvents = async function* (
  events: AsyncIterable<unknown> | Iterable<unknown>,
  connection: AbortController,
): AsyncGenerator<Uint8Array, void, undefined> {
  const write = (event: unknown) =>
    Buffer.from(`data: ${JSON.stringify(withoutBytes(event))}\n\n`, "utf8");
  try {
    for await (const event of events) yield write(event);
  } catch (error) {
    const said = toErrorEvent(error);
    if (!said) throw error;
    yield write(said);
  } finally {
    // The SDK's iterator leaves the connection open.
    connection.abort();
  }
};

/**
 * Carries Converse calls by the AWS SDK, which signs them as the gateway's own role and reads the
 * binary stream. What comes back looks as if the provider spoke JSON and server-sent events.
 */
export const createBedrockUpstream = (options: BedrockUpstreamOptions = {}): Upstream => {
  const clientFor = createClients(options);

  const carry = async (call: HttpCall, signal: AbortSignal): Promise<HttpAnswer> => {
    const place = placeOf(call.url);
    const client = clientFor(place, bearerOf(call));
    const body = withBytes(JSON.parse(call.body ?? "{}"));
    const input = { ...body, modelId: place.modelId } as ConverseCommandInput;
    if (!place.streamed) {
      const answer = await client.send(new ConverseCommand(input), { abortSignal: signal });
      return jsonAnswer(200, withoutBytes(answer));
    }
    const connection = new AbortController();
    const abortSignal = AbortSignal.any([signal, connection.signal]);
    const { stream } = await client.send(new ConverseStreamCommand(input), { abortSignal });
    return {
      status: 200,
      headers: { "content-type": "text/event-stream" },
      body: asEvents(stream ?? [], connection),
    };
  };

  return async (call, signal) => {
    try {
      return await carry(call, signal);
    } catch (error) {
      signal.throwIfAborted();
      return toErrorAnswer(error);
    }
  };
};
