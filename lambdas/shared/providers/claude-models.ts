import type { Effort } from "../../../core/chat/neutral/request";

/** What a Claude model takes of what not all of them take, wherever it is served. */
export type ClaudeModel = {
  /** `budget`: it is told how many tokens; `adaptive`: how hard; `both`: either. */
  readonly thinking: "none" | "budget" | "both" | "adaptive";
  /** It can't be told not to think. */
  readonly alwaysThinks?: true;
  /** The levels of `output_config.effort`, rising. */
  readonly efforts: readonly Effort[];
  /** It takes `temperature`, `top_p` and `top_k`. */
  readonly samples: boolean;
  /** It takes answers and tools by a schema. */
  readonly schemas: boolean;
  /** It refuses to be made to call a tool. */
  readonly callsFreely?: true;
  /** It takes instructions within the conversation. */
  readonly lateSystem?: true;
};

const all: readonly Effort[] = ["low", "medium", "high", "xhigh", "max"];

const newest: ClaudeModel = { thinking: "adaptive", efforts: all, samples: false, schemas: true };

/** Those that only ever were told how many tokens to think, if at all. */
const older: ClaudeModel = { thinking: "budget", efforts: [], samples: true, schemas: true };

/**
 * The first pattern that a model's name holds is its own; names are as Anthropic and Bedrock write
 * them. Thinking: `thinking-troubleshooting`; levels: `effort`, and for 4.6 the API's own refusal in
 * the recordings; sampling, forced tools and schemas: the model table of `@ai-sdk/anthropic` 3.0.140;
 * late instructions: release notes of `@langchain/anthropic` 1.5.13. Where two of them differ, as
 * for Sonnet 5's late instructions, the narrower one holds.
 * @see https://platform.claude.com/docs/en/build-with-claude/thinking-troubleshooting
 * @see https://platform.claude.com/docs/en/build-with-claude/effort
 * @see https://platform.claude.com/docs/en/build-with-claude/mid-conversation-system-messages
 * @see https://github.com/langchain-ai/langchainjs/releases/tag/@langchain%2Fanthropic@1.5.13
 * (all read 2026-11-24)
 */
const models: readonly (readonly [RegExp, ClaudeModel])[] = [
  [
    /(opus|sonnet)-5-5(?!\d)/,
    { ...newest, alwaysThinks: true, callsFreely: true, lateSystem: true },
  ],
  [/haiku-5-5(?!\d)/, { ...newest, lateSystem: true }],
  [
    /(fable|mythos)-5-[1-9](?!\d)/,
    { ...newest, alwaysThinks: true, callsFreely: true, lateSystem: true },
  ],
  [/(fable|mythos)-5/, { ...newest, alwaysThinks: true, lateSystem: true }],
  [
    /mythos-preview/,
    {
      ...newest,
      thinking: "both",
      alwaysThinks: true,
      efforts: ["low", "medium", "high", "max"],
      callsFreely: true,
    },
  ],
  [/opus-(5|4-8)(?!\d)/, { ...newest, lateSystem: true }],
  [/(sonnet-5|opus-4-7)(?!\d)/, newest],
  [
    /(opus|sonnet)-4-6(?!\d)/,
    { ...older, thinking: "both", efforts: ["low", "medium", "high", "max"] },
  ],
  [/opus-4-5(?!\d)/, { ...older, efforts: ["low", "medium", "high"] }],
  [/(sonnet|haiku)-4-5(?!\d)|opus-4-1(?!\d)/, older],
  [/(opus|sonnet)-4|3-7-sonnet/, { ...older, schemas: false }],
  [/claude-(3|2|v\d|instant)/, { ...older, thinking: "none", schemas: false }],
];

/** What a model takes; one that is not known is taken for one of the newest. */
export const claudeModel = (id: string): ClaudeModel => {
  const name = id.replaceAll(".", "-");
  return models.find(([pattern]) => pattern.test(name))?.[1] ?? newest;
};

/** The least level that a model knows and that holds an effort, else its highest. */
export const effortFor = (effort: Effort, { efforts }: ClaudeModel): Effort | undefined => {
  const rank = (level: Effort): number => all.indexOf(level);
  return efforts.find((level) => rank(level) >= rank(effort)) ?? efforts.at(-1);
};
