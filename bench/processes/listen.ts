import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Listens on any free port of the loopback and returns it. */
export const listen = async (server: Server): Promise<number> => {
  // Longer than any round, so that no kept-alive connection is cut under a request.
  server.keepAliveTimeout = 120_000;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
};
