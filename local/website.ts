import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import sirv from "sirv";
import { cacheControl } from "../core/website/cache-control";
import { isPagePath } from "../core/website/is-page-path";
import { securityHeaders } from "../core/website/security-headers";

/** Signing in is below this origin as well, so the policy names no other. */
const headers = Object.entries(securityHeaders({ https: false }));

const pathOf = ({ url = "/" }: IncomingMessage) => url.replace(/[?#].*$/s, "");

const notFound = (response: ServerResponse): void => {
  response.writeHead(404, { "content-type": "text/plain; charset=utf-8" });
  response.end("There is no such file.\n");
};

/**
 * The dashboard as CloudFront serves it: files, compressed ones where there are any, and the page
 * itself for every path that is a page's.
 *
 * @param folder - of the built website.
 */
export const createWebsite = (folder: string): RequestListener => {
  const serveFile = sirv(folder, {
    // Looks at each request's file anew: a build that was deleted under a running product is a 404.
    dev: true,
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders: (response, path) => {
      response.setHeader("cache-control", cacheControl(path));
    },
  });
  return (message, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    // Nobody needs a part of a page, and parts that are none would be an exception.
    Reflect.deleteProperty(message.headers, "range");
    serveFile(message, response, () => {
      if (!isPagePath(pathOf(message))) {
        notFound(response);
        return;
      }
      message.url = "/";
      serveFile(message, response, () => notFound(response));
    });
  };
};
