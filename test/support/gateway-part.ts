import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createGatewayServer } from "../../lambdas/gateway/server";
import { wireGateway } from "../../lambdas/gateway/wire";
import { sandboxOffers } from "../../local/sandbox/models";

/** What the gateway's process is told. */
export type GatewayPartOptions = { readonly sandboxUrl: string };

/** `url` ends in `/v1`. */
export type GatewayPartReady = { readonly url: string };

const { sandboxUrl } = JSON.parse(process.argv[2] ?? "") as GatewayPartOptions;
const { answer } = wireGateway(process.env, {
  offers: sandboxOffers,
  baseUrls: { sandbox: sandboxUrl },
});
const { server } = createGatewayServer(answer);
server.listen(0, "127.0.0.1");
await once(server, "listening");
const { port } = server.address() as AddressInfo;
process.send?.({ url: `http://127.0.0.1:${port}/v1` } satisfies GatewayPartReady);
