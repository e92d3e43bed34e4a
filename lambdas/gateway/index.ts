import { createFunctionUrlHandler } from "./function-url";
import { wireGateway } from "./wire";

/** The gateway's Lambda function. */
export const handler = createFunctionUrlHandler(wireGateway(process.env).answer);
