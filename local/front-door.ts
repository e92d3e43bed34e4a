import { once } from "node:events";
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { createProxyServer } from "httpxy";
import { keepAliveTimeoutMs } from "../lambdas/gateway/server";
import { SettingError } from "./settings";

/** What stands behind the one port. */
export type Rooms = {
  readonly gateway: RequestListener;
  /** Has every page that is nobody else's. */
  readonly website: RequestListener;
  /** Paths that are passed on, the longest prefix first. */
  readonly passedOn: readonly PassedOn[];
};

export type PassedOn = {
  /** `/api`: that path, and all below it. */
  readonly prefix: string;
  /** Address of the server that answers, without a path. */
  readonly target: string;
  /** Its path there. @default as it came */
  readonly pathThere?: (path: string) => string;
};

export type FrontDoor = {
  /** Without a path. */
  readonly url: string;
  open(rooms: Rooms): void;
  /** Takes nobody in any more. */
  close(): void;
};

const host = "127.0.0.1";
/** Names of this machine, by which a browser may have come. */
const ownNames = [host, "localhost"];

const listen = async (server: ReturnType<typeof createServer>, port: number): Promise<number> => {
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    throw new SettingError(
      `port ${port} on ${host} is in use by another program; stop that one, or start with another port: PORT=${port + 1} npm start`,
    );
  }
  return (server.address() as AddressInfo).port;
};

const refuse = (response: ServerResponse, status: number, code: string, message: string): void => {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify({ error: { code, message, field: null, problems: [] } }));
};

/**
 * Keeps other web pages out of what is for this machine's user: a page elsewhere that asks, and one
 * whose name was made to point here (DNS rebinding).
 */
const isOwnPage = ({ headers }: IncomingMessage, port: number): boolean => {
  const names = ownNames.map((name) => `${name}:${port}`);
  if (!names.includes(headers.host ?? "")) return false;
  const { origin } = headers;
  return origin === undefined || names.some((name) => origin === `http://${name}`);
};

const refuseForeign = (response: ServerResponse): void =>
  refuse(response, 403, "foreign_page", "this is only for pages of this address");

/**
 * Brings a browser that came by another name of this machine to the one that sign-in and letters use:
 * to the browser each name is a website of its own.
 */
const leadHome = ({ url = "/" }: IncomingMessage, response: ServerResponse, port: number): void => {
  response.writeHead(307, { location: `http://${host}:${port}${url}` });
  response.end();
};

const isBelow = (url: string, prefix: string): boolean =>
  url === prefix || url.startsWith(`${prefix}/`) || url.startsWith(`${prefix}?`);

/** Whoever asks for no page means the gateway, which words what is wrong with the path. */
const isForGateway = ({ method, url = "/" }: IncomingMessage): boolean =>
  !["GET", "HEAD"].includes(method ?? "GET") || isBelow(url, "/v1") || isBelow(url, "/health");

/** The one port of `npm start`: it listens at once, and answers when its rooms are open. */
export const openFrontDoor = async (wantedPort: number): Promise<FrontDoor> => {
  // Each request on a connection of its own: one that is kept may be closed just as it is used again.
  const proxy = createProxyServer({ agent: false });
  let rooms: Rooms | undefined;
  let port = 0;

  const passOn = (room: PassedOn, message: IncomingMessage, response: ServerResponse): void => {
    // The emulators let no page in; this one was looked at above.
    Reflect.deleteProperty(message.headers, "origin");
    message.url = room.pathThere?.(message.url ?? "/") ?? message.url;
    proxy.web(message, response, { target: room.target }).catch(() => {
      if (response.headersSent) response.destroy();
      else refuse(response, 502, "unavailable", "what answers here is stopping or has failed");
    });
  };

  const server = createServer({ keepAliveTimeout: keepAliveTimeoutMs }, (message, response) => {
    if (!rooms) {
      response.setHeader("retry-after", "1");
      refuse(response, 503, "starting", "SmashCost is starting; try again in a second");
      return;
    }
    const url = message.url ?? "/";
    const room = rooms.passedOn.find(({ prefix }) => isBelow(url, prefix));
    if (!room && isForGateway(message)) rooms.gateway(message, response);
    else if (!isOwnPage(message, port)) refuseForeign(response);
    else if (room) passOn(room, message, response);
    else if (message.headers.host !== `${host}:${port}`) leadHome(message, response, port);
    else rooms.website(message, response);
  });
  port = await listen(server, wantedPort);
  return {
    url: `http://${host}:${port}`,
    open: (opened) => {
      rooms = opened;
    },
    close: () => {
      server.close();
      server.closeIdleConnections();
    },
  };
};
