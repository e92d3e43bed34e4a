import { RequestError } from "../../errors";
import { type ChatRequest, chatRequestSchema } from "./chat-request";

/** `messages[0].content`: a path as OpenAI's errors write it. */
const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    return text === "" ? String(step) : `${text}.${String(step)}`;
  }, "");

const parseJson = (body: string): unknown => {
  if (body.trim() === "") {
    throw new RequestError(
      400,
      "empty_body",
      "the request has no body; send a JSON object with model and messages",
    );
  }
  try {
    return JSON.parse(body);
  } catch {
    // The parser's own message would quote the body, which may hold a prompt.
    throw new RequestError(
      400,
      "invalid_json",
      "the request body is not valid JSON; send a JSON object with model and messages",
    );
  }
};

/**
 * Reads a chat completions body.
 *
 * @throws RequestError 400 with the field at fault and what it should be, never its content.
 */
export const parseChatRequest = (body: string): ChatRequest => {
  const parsed = chatRequestSchema.safeParse(parseJson(body));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const param = pathText(issue?.path ?? []);
  const field = param === "" ? "the request body" : `'${param}'`;
  throw new RequestError(
    400,
    "invalid_value",
    `invalid value for ${field}: ${(issue?.message ?? "not as documented").toLowerCase()}`,
    param === "" ? {} : { param },
  );
};
