import type { CallerRequest } from "../../../../../core/chat/caller-dialect";
import type { NeutralRequest } from "../../../../../core/chat/neutral/request";
import type { PlainKey } from "../../../../../core/ports/vault";
import type { CalledModel } from "../../../../../lambdas/shared/providers/adapter";
import { createGeminiAdapter } from "../../../../../lambdas/shared/providers/gemini/adapter";
import { type Exchange, exchangesOf } from "../../../../support/recordings";
import { geminiSite } from "./gemini-site";
import { NotNeutralError, toNeutral } from "./to-neutral";

const adapter = createGeminiAdapter(geminiSite);

type Json = Record<string, unknown>;

const modelOf = ({ path }: Exchange): CalledModel => {
  const id = /\/models\/([^:]+):/.exec(path)?.[1] ?? "";
  return {
    id,
    substitute: false,
    reasons: !/gemini-(1\.5|2\.0)/.test(id),
    mostOutputTokens: 0,
  };
};

const httpOf = (neutral: NeutralRequest, model: CalledModel) =>
  adapter.toHttp({
    request: { neutral: () => neutral } as unknown as CallerRequest,
    model,
    key: "secret" as PlainKey,
    settings: {},
    passedHeaders: {},
  });

/** Names that Gemini takes in two spellings. */
const spellings: Readonly<Record<string, string>> = {
  parameters_json_schema: "parametersJsonSchema",
  inline_data: "inlineData",
  mime_type: "mimeType",
  thinking_budget: "thinkingBudget",
};

/** What says nothing: the role of instructions, and text as what is answered in. */
const silent = (key: string, value: unknown, holder: string): boolean =>
  (holder === "systemInstruction" && key === "role") ||
  (key === "responseModalities" && JSON.stringify(value) === '["TEXT"]') ||
  (key === "generationConfig" && Object.keys(normal(value, key) as Json).length === 0);

const normal = (value: unknown, holder = ""): unknown => {
  if (Array.isArray(value)) return value.map((child) => normal(child, holder));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, child]) => !silent(key, child, holder))
      .map(([key, child]) => [spellings[key] ?? key, normal(child, key)]),
  );
};

/** Neighbours that are both the user's words, or both the model's, are one turn. */
const withJoinedTurns = (body: Json): Json => {
  const turns: { role: string; parts: Json[] }[] = [];
  for (const turn of body.contents as { role: string; parts: Json[] }[]) {
    const last = turns.at(-1);
    const isResult = (parts: Json[]) => parts.some((part) => "functionResponse" in part);
    if (last?.role === turn.role && isResult(last.parts) === isResult(turn.parts)) {
      turns[turns.length - 1] = { role: turn.role, parts: [...last.parts, ...turn.parts] };
    } else turns.push(turn);
  }
  return { ...body, contents: turns };
};

const normalBody = (body: unknown): Json => withJoinedTurns(normal(body) as Json);

const rows = exchangesOf("gemini").filter(({ path }) => /[gG]enerateContent/.test(path));

const parsed = rows.map((row) => {
  try {
    const neutral = toNeutral(row.request, row.path.includes("streamGenerateContent"));
    return { row, neutral };
  } catch (error) {
    if (!(error instanceof NotNeutralError)) throw error;
    return { row, why: error.message };
  }
});

const said = parsed.flatMap(({ row, neutral }) =>
  neutral ? [{ name: `${row.case} (${String(row.n)})`, row, neutral }] : [],
);

describe("a recorded request of Gemini's", () => {
  test.each(said)("is written again as it was: $name", ({ row, neutral }) => {
    const { url, body = "" } = httpOf(neutral, modelOf(row));
    expect(url).toBe(`https://generativelanguage.googleapis.com${row.path}`);
    expect(normalBody(JSON.parse(body))).toEqual(normalBody(row.request));
  });

  test("is one that a neutral request can say, but for these", () => {
    const why = parsed.flatMap((entry) => ("why" in entry ? [entry.why] : []));
    const counts = Object.fromEntries(
      [...new Set(why)].map((word) => [word, why.filter((other) => other === word).length]),
    );
    expect(counts).toEqual({
      codeExecution: 1,
      fileSearch: 3,
      googleSearch: 4,
      safetySettings: 1,
      "fileData audio/mpeg": 3,
      "fileData video/mp4": 2,
      // Google's own schemas, where its JSON schemas were not used.
      parameters: 5,
      function_declarations: 2,
      "several allowed functions": 5,
    });
    expect(said).toHaveLength(127);
    expect(rows).toHaveLength(153);
  });

  test("is carried whole to the model that it was for", () => {
    const named = said.map(({ row, neutral }) => adapter.uncarried(neutral, modelOf(row).id));
    expect(named).toEqual(said.map(() => []));
  });
});
