import { type ChatRequest, imagesOf, textOf } from "./chat-request";
import { piecesOf } from "./tokens";

/** Stand for an image in the prompt: 85 pieces at low detail, 765 otherwise (1024 x 1024). */
const imagePieces = (url: string, detail: string | null | undefined) =>
  new Array<string>(detail === "low" ? 85 : 765).fill(`image:${url.slice(0, 200)}`);

/**
 * The prompt as pieces, in the order in which a provider caches it: tools first, then messages.
 * Its length is `prompt_tokens`.
 */
export const promptPieces = (request: ChatRequest): readonly string[] => {
  const tools = request.tools?.length ? piecesOf(JSON.stringify(request.tools)) : [];
  const messages = request.messages.flatMap((message) => {
    const calls = message.role === "assistant" ? (message.tool_calls ?? []) : [];
    return [
      "<|start|>",
      message.role,
      ...piecesOf(textOf(message)),
      ...imagesOf(message).flatMap(({ url, detail }) => imagePieces(url, detail)),
      ...calls.flatMap((call) => piecesOf(`${call.function.name}(${call.function.arguments})`)),
      "<|end|>",
    ];
  });
  return [...tools, ...messages, "<|start|>", "assistant"];
};
