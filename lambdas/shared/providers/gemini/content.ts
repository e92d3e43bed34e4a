import type { FunctionResponse } from "./function-response";
import type { MediaPart } from "./media";

/** One part of a turn, as Gemini reads it. */
export type Part =
  | MediaPart
  | { readonly text: string; readonly thought?: true; readonly thoughtSignature?: string }
  | {
      readonly functionCall: {
        readonly id: string;
        readonly name: string;
        readonly args: unknown;
      };
      readonly thoughtSignature?: string;
    }
  | { readonly functionResponse: FunctionResponse };

/** One turn: results of tools are the user's. */
export type Content = { readonly role: "user" | "model"; readonly parts: readonly Part[] };
