import { RequestError } from "../../core/errors";
import type { GatewayRequest } from "./exchange";

type Asked = Pick<GatewayRequest, "method" | "path">;

export const unknownUrl = ({ method, path }: Asked): RequestError =>
  new RequestError(
    404,
    "unknown_url",
    `nothing is served at ${method} ${path.slice(0, 100)}; the gateway serves POST /v1/chat/completions, /v1/responses, /v1/messages, /v1/messages/count_tokens, /v1/embeddings and /v1/feedback, GET /v1/models and GET /health`,
  );

export const wrongMethod = ({ method, path }: Asked, allow: string): RequestError =>
  new RequestError(405, "method_not_allowed", `${path} takes ${allow}, not ${method}`);
