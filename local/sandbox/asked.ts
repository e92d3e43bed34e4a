/** How long a marked beginning of a prompt is to be kept. */
export type CacheMark = "5m" | "1h";

export type AskedPart = { readonly mark?: CacheMark } & (
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "result"; readonly text: string }
  | {
      readonly kind: "image";
      /** An address, or the bytes as base64. */
      readonly source: string;
      readonly detail?: string | null | undefined;
    }
  | { readonly kind: "document"; readonly source: string }
  | { readonly kind: "call"; readonly name: string; readonly arguments: string }
);

export type AskedTurn = {
  readonly role: "system" | "user" | "assistant" | "tool";
  readonly parts: readonly AskedPart[];
};

export type AskedTool = {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly mark?: CacheMark;
};

export type ToolChoice = {
  readonly mode: "auto" | "none" | "required" | "named";
  /** The only ones that may be called. */
  readonly among?: readonly string[];
};

/** How much is to be thought; `unsaid`: as the model likes. */
export type Thinking =
  | "unsaid"
  | "off"
  | {
      /** In tokens. */
      readonly most?: number;
      /** How many times its usual amount. @default 1 */
      readonly times?: number;
    };

/** What a model is asked for, in no provider's dialect. */
export type Asked = {
  readonly model: string;
  readonly turns: readonly AskedTurn[];
  readonly tools: readonly AskedTool[];
  readonly choice: ToolChoice;
  /** False: at most one call. */
  readonly parallel: boolean;
  readonly format:
    | { readonly kind: "text" }
    | { readonly kind: "json" }
    | { readonly kind: "schema"; readonly schema: Readonly<Record<string, unknown>> };
  readonly stop: readonly string[];
  /** Thinking included. */
  readonly mostTokens?: number | undefined;
  readonly temperature?: number | undefined;
  readonly seed?: number | undefined;
  /** How many answers. */
  readonly answers: number;
  /** Log-probabilities, with so many alternatives of each token. */
  readonly logprobs?: { readonly top: number };
  readonly thinking: Thinking;
  /** Whether prompts' beginnings are cached unasked, or where they are marked. */
  readonly caching: "automatic" | "marked";
};

/** The text of a turn, its images left out. */
export const textOf = ({ parts }: AskedTurn): string =>
  parts.flatMap((part) => (part.kind === "text" ? [part.text] : [])).join("\n");

/** Whether a part of that kind is anywhere in the conversation. */
export const brings = ({ turns }: Asked, kind: AskedPart["kind"]): boolean =>
  turns.some(({ parts }) => parts.some((part) => part.kind === kind));
