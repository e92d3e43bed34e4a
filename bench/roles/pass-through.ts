import { createServer } from "node:http";
import { Agent } from "undici";
import { listen } from "../processes/listen";
import { runRole } from "../processes/role";

export type PassThroughInput = { readonly upstreamUrl: string };
export type PassThroughReady = { readonly port: number };

/** The least that a gateway in this language can do: bytes in, bytes out, no look at either. */
runRole(async ({ upstreamUrl }: PassThroughInput) => {
  const upstream = new Agent({ keepAliveTimeout: 60_000 });
  const server = createServer((message, response) => {
    const parts: Buffer[] = [];
    message.on("data", (part: Buffer) => parts.push(part));
    message.on("end", () => {
      upstream
        .request({
          origin: upstreamUrl,
          path: message.url ?? "/",
          method: "POST",
          headers: { "content-type": "application/json" },
          body: Buffer.concat(parts),
        })
        .then(
          ({ statusCode, headers, body }) => {
            const length = headers["content-length"];
            response.writeHead(statusCode, {
              "content-type": String(headers["content-type"]),
              ...(length !== undefined && { "content-length": String(length) }),
            });
            body.pipe(response);
          },
          () => response.writeHead(502).end(),
        );
    });
  });
  const ready: PassThroughReady = { port: await listen(server) };
  return { ready, commands: {} };
});
