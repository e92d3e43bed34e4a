import type { IncomingMessage } from "node:http";
import type { APIGatewayProxyEventV2 } from "aws-lambda";

/**
 * A request as an event of payload format 2.0, which HTTP APIs and function URLs share.
 *
 * @param base64 - whether the body goes as base64; the services decide by its content type.
 */
export const toEvent = (
  message: IncomingMessage,
  body: Buffer,
  base64: boolean,
): APIGatewayProxyEventV2 => {
  const url = new URL(message.url ?? "/", "http://localhost");
  const { method = "GET", headers } = message;
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: headers as Record<string, string | undefined>,
    requestContext: {
      accountId: "anonymous",
      apiId: "local",
      domainName: "local.lambda-url.us-east-1.on.aws",
      domainPrefix: "local",
      http: {
        method,
        path: url.pathname,
        protocol: "HTTP/1.1",
        sourceIp: "127.0.0.1",
        userAgent: headers["user-agent"] ?? "",
      },
      requestId: "00000000-0000-4000-8000-000000000000",
      routeKey: "$default",
      stage: "$default",
      time: new Date(0).toUTCString(),
      timeEpoch: 0,
    },
    ...(body.length > 0 && { body: body.toString(base64 ? "base64" : "utf8") }),
    isBase64Encoded: body.length > 0 && base64,
  };
};
