import type { NeutralRequest } from "../../../../../core/chat/neutral/request";
import type { Word } from "../../../../../core/chat/neutral/words";

const hello: NeutralRequest["messages"][number] = {
  role: "user",
  parts: [{ kind: "text", text: "hello" }],
};

const plain: NeutralRequest = {
  messages: [hello],
  tools: [],
  stop: [],
  choices: 1,
  stream: false,
  bound: [],
};

const tools = [{ name: "f" }];
const url = { kind: "url", url: "https://a.example/b" } as const;
const pdf = { kind: "data", mediaType: "application/pdf", base64: "AAAA" } as const;
const png = { kind: "data", mediaType: "image/png", base64: "AAAA" } as const;
const note = { kind: "data", mediaType: "text/plain", base64: "AAAA" } as const;

type UserParts = Extract<NeutralRequest["messages"][number], { role: "user" }>["parts"];
type Results = Extract<NeutralRequest["messages"][number], { role: "tool" }>["parts"];

const attached = (...parts: UserParts) => ({ messages: [{ role: "user" as const, parts }] });
const resulted = (...parts: Results) => ({ messages: [hello, { role: "tool" as const, parts }] });
const result = { kind: "tool-result", id: "1", content: [] } as const;

const said: Readonly<Record<Word, Partial<NeutralRequest>>> = {
  temperature: { temperature: 0.5 },
  "temperature above 1": { temperature: 1.5 },
  top_p: { topP: 0.5 },
  top_k: { topK: 5 },
  frequency_penalty: { frequencyPenalty: 1 },
  presence_penalty: { presencePenalty: 1 },
  seed: { seed: 1 },
  stop: { stop: ["x"] },
  "more than 4 stop sequences": { stop: ["a", "b", "c", "d", "e"] },
  n: { choices: 2 },
  logprobs: { logprobs: { top: 1 } },
  verbosity: { verbosity: "low" },
  "reasoning effort": { reasoning: { effort: "high" } },
  "reasoning budget": { reasoning: { budgetTokens: 20_000 } },
  "adaptive reasoning": { reasoning: { adaptive: true } },
  "JSON object answers": { shape: { kind: "json" } },
  "JSON schema answers": { shape: { kind: "schema", schema: {} } },
  tools: { tools },
  "strict tools": { tools: [{ name: "f", strict: true }] },
  "tool_choice none": { tools, toolChoice: { kind: "none" } },
  "tool_choice any": { tools, toolChoice: { kind: "any" } },
  "tool_choice of one tool": { tools, toolChoice: { kind: "tool", name: "f" } },
  "no parallel tool calls": { tools, parallelToolCalls: false },
  "a system message within the conversation": {
    messages: [hello, { role: "system", parts: [{ kind: "text", text: "x" }] }],
  },
  "names of speakers": { messages: [{ ...hello, name: "ann" }] },
  images: attached({ kind: "image", media: png }),
  "images by URL": attached({ kind: "image", media: url }),
  "image detail": attached({ kind: "image", media: png, detail: "low" }),
  documents: attached({ kind: "document", media: pdf }),
  "documents by URL": attached({ kind: "document", media: url }),
  "text documents": attached({ kind: "document", media: note }),
  audio: attached({ kind: "audio", base64: "AAAA", format: "mp3" }),
  "images in tool results": resulted({ ...result, content: [{ kind: "image", media: png }] }),
  "documents in tool results": resulted({ ...result, content: [{ kind: "document", media: pdf }] }),
  "tool arguments that are no JSON object": {
    messages: [
      {
        role: "assistant",
        parts: [{ kind: "tool-call", id: "1", name: "f", arguments: "{" }],
      },
    ],
  },
};

/** A request that says this word, and as little else as it can. */
export const requestSaying = (word: Word): NeutralRequest => ({ ...plain, ...said[word] });
