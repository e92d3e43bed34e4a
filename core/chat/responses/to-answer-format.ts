import type { AnswerFormat } from "../answer-format";
import type { NeutralRequest } from "../neutral/request";

/** The format that `text.format` asks for. */
export const toAnswerFormat = ({ shape }: NeutralRequest): AnswerFormat => {
  if (!shape) return { kind: "text" };
  return shape.kind === "json" ? { kind: "json" } : { kind: "schema", schema: shape.schema };
};
