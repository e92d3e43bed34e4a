import type { AnswerFormat } from "../answer-format";
import type { ChatRequest } from "./chat-request";

/** The format that `response_format` asks for; a schema that is missing leaves any JSON object. */
export const toAnswerFormat = ({ response_format: format }: ChatRequest): AnswerFormat => {
  if (format?.type === "json_object") return { kind: "json" };
  if (format?.type !== "json_schema") return { kind: "text" };
  const { schema } = format.json_schema;
  return schema === undefined ? { kind: "json" } : { kind: "schema", schema };
};
