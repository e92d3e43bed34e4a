import { Readable } from "node:stream";
import middy from "@middy/core";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { type ExportDeps, exportFile } from "./export-file";

/** Files of requests behind a Lambda function URL with response streaming. */
export const createExportHandler = (deps: ExportDeps) =>
  middy<APIGatewayProxyEventV2>({ streamifyResponse: true }).handler(
    async ({ requestContext, rawPath }: APIGatewayProxyEventV2) => {
      const { status, headers, body } = await exportFile(requestContext.http.method, rawPath, deps);
      return {
        statusCode: status,
        headers,
        body: typeof body === "string" ? Readable.from([Buffer.from(body)]) : body,
      };
    },
  );
