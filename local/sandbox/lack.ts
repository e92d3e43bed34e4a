import { type Asked, brings } from "./asked";
import type { SandboxModel } from "./model";

/** What a request wants that its model can't do. */
export type Lack = {
  readonly kind: "images" | "documents" | "tools" | "schema" | "temperature" | "context";
  readonly model: string;
  /** What was given: a temperature, or tokens. */
  readonly given: number;
  /** The most that the model takes. */
  readonly most: number;
};

/** @param promptTokens - the request's size. */
export const lackOf = (
  asked: Asked,
  { offer }: SandboxModel,
  promptTokens: number,
): Lack | undefined => {
  const { can, input, limits } = offer;
  const lacks: Readonly<Record<Lack["kind"], boolean>> = {
    images: !input.includes("image") && brings(asked, "image"),
    documents: !input.includes("pdf") && brings(asked, "document"),
    tools: !can.tools && asked.tools.length > 0,
    schema: !can.structuredOutput && asked.format.kind === "schema",
    temperature: !can.temperature && (asked.temperature ?? 1) !== 1,
    context: promptTokens > limits.contextTokens,
  };
  const kind = (Object.keys(lacks) as Lack["kind"][]).find((name) => lacks[name]);
  if (kind === undefined) return undefined;
  return {
    kind,
    model: offer.id,
    given: kind === "temperature" ? (asked.temperature ?? 1) : promptTokens,
    most: kind === "temperature" ? 1 : limits.contextTokens,
  };
};
