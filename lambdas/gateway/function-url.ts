import { Readable } from "node:stream";
import middy from "@middy/core";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Answer, GatewayAnswer, GatewayRequest } from "./exchange";

// A function URL reports no client's leaving: the answer is drained and billed in full.
const nobodyLeaves = new AbortController().signal;

const toRequest = (event: APIGatewayProxyEventV2): GatewayRequest => ({
  method: event.requestContext.http.method,
  path: event.rawPath,
  headers: event.headers,
  body: Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8"),
  signal: nobodyLeaves,
});

/** The stream ends only once the request is recorded: a frozen function records nothing. */
const thenSettled = async function* ({ body, settled }: GatewayAnswer) {
  if (typeof body === "string") yield Buffer.from(body, "utf8");
  else yield* body;
  await settled;
};

/** The gateway behind a Lambda function URL with response streaming. */
export const createFunctionUrlHandler = (answer: Answer) =>
  middy<APIGatewayProxyEventV2>({ streamifyResponse: true }).handler(
    async (event: APIGatewayProxyEventV2) => {
      const answered = await answer(toRequest(event));
      return {
        statusCode: answered.status,
        headers: answered.headers,
        body: Readable.from(thenSettled(answered), { objectMode: false }),
      };
    },
  );
