import { openObject } from "../open-object";
import { SandboxError } from "../sandbox-error";
import { isSeal } from "../seal";
import type { Item } from "./item-schema";
import type { ResponsesRequest } from "./request";
import { isFunction } from "./to-asked";

const refuse = (message: string, param: string, code: string | null = null): SandboxError =>
  new SandboxError(400, message, code, param);

/** Nothing is stored here, whatever was said of `store`. */
const checkReferences = (items: readonly Item[]) => {
  for (const item of items) {
    if (item.type !== "item_reference") continue;
    throw new SandboxError(404, `Item with id '${item.id}' not found.`, null, "input");
  }
};

const checkPairs = (items: readonly Item[]) => {
  const called = new Set<string>();
  const open = new Set<string>();
  for (const item of items) {
    if (item.type === "function_call") {
      called.add(item.call_id);
      open.add(item.call_id);
    }
    if (item.type !== "function_call_output") continue;
    if (!called.has(item.call_id)) {
      throw refuse(
        `No tool call found for function call output with call_id ${item.call_id}.`,
        "input",
      );
    }
    open.delete(item.call_id);
  }
  const [missing] = open;
  if (missing) throw refuse(`No tool output found for function call ${missing}.`, "input");
};

const checkSeals = (items: readonly Item[]) => {
  for (const item of items) {
    const content = item.type === "reasoning" ? item.encrypted_content : undefined;
    if (content && !isSeal("responses", content)) {
      throw new SandboxError(
        400,
        "The encrypted content could not be verified. Reason: Encrypted content could not be decrypted or parsed.",
        "invalid_encrypted_content",
      );
    }
  }
};

const checkTools = ({ tools = [], tool_choice: choice }: ResponsesRequest) => {
  const names = tools.filter(isFunction).map(({ name }) => name);
  if (typeof choice === "object" && choice.type === "function" && !names.includes(choice.name)) {
    throw refuse(`Tool choice '${choice.name}' not found in 'tools' parameter.`, "tool_choice");
  }
  if (choice === "required" && tools.length === 0) {
    throw refuse("Tool choice 'required' must be specified with 'tools' parameter.", "tool_choice");
  }
  const open = tools
    .filter(isFunction)
    .findIndex(({ strict, parameters }) => strict === true && openObject(parameters));
  if (open >= 0) {
    throw refuse(
      `Invalid schema for function '${names[open] ?? ""}': In context=(), 'additionalProperties' is required to be supplied and to be false.`,
      `tools[${open}].parameters`,
      "invalid_function_parameters",
    );
  }
};

const checkFormat = ({ text }: ResponsesRequest) => {
  const format = text?.format;
  if (format?.type !== "json_schema" || format.strict !== true || !openObject(format.schema))
    return;
  throw refuse(
    `Invalid schema for response_format '${format.name}': In context=(), 'additionalProperties' is required to be supplied and to be false.`,
    "text.format.schema",
    "invalid_json_schema",
  );
};

/** @throws SandboxError with status 400 for what OpenAI would refuse. */
export const checkResponses = (request: ResponsesRequest): void => {
  const items = typeof request.input === "string" ? [] : request.input;
  checkReferences(items);
  checkPairs(items);
  checkSeals(items);
  checkTools(request);
  checkFormat(request);
};
