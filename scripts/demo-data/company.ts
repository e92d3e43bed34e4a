import type { ProviderId } from "../../core/catalog/provider-id";
import type { Task } from "../../core/routing/task";

type Weighted<T> = T & { readonly weight: number };

/** Providers whose keys the company has. */
export const providers: readonly ProviderId[] = ["openai", "anthropic", "gemini"];

/** Who its requests are made for, the largest first. */
export const customers: readonly Weighted<{ readonly name: string | undefined }>[] = [
  ...[
    "acme-corp",
    "globex",
    "initech",
    "umbrella-health",
    "stark-logistics",
    "wayne-media",
    "hooli",
    "vandelay-imports",
    "wonka-foods",
    "cyberdyne-labs",
    "soylent-retail",
    "tyrell-insurance",
    "aperture-schools",
    "duff-beverages",
    "gringotts-finance",
    "oceanic-travel",
    "pied-piper",
    "dunder-paper",
    "sterling-agency",
    "bluth-homes",
    "monarch-energy",
    "nakatomi-trading",
    "planet-express",
    "prestige-motors",
    "rekall-tours",
    "sirius-robotics",
    "virtucon",
    "wernham-office",
    "zorg-industries",
    "octan-fuel",
    "los-pollos",
    "buynlarge",
    "massive-dynamic",
    "compu-global",
    "kruger-textiles",
    "omni-products",
    "yoyodyne",
    "ink-and-co",
    "nova-clinics",
    "harbor-legal",
  ].map((name, at) => ({ name, weight: 1 / (at + 2) })),
  { name: undefined, weight: 0.25 },
];

/** What of its product asks, for which kinds of work, and with how long a system prompt (tokens). */
export type Feature = Weighted<{
  readonly name: string | undefined;
  readonly tasks: readonly Task[];
  readonly instructions: number;
}>;

export const features: readonly Feature[] = [
  {
    name: "/api/support-chat",
    weight: 24,
    tasks: ["chat", "question-answering"],
    instructions: 900,
  },
  { name: "/api/summarize", weight: 16, tasks: ["summarization"], instructions: 250 },
  { name: "/api/extract-invoice", weight: 12, tasks: ["extraction"], instructions: 600 },
  { name: "/api/classify-ticket", weight: 11, tasks: ["classification"], instructions: 400 },
  { name: "/api/translate", weight: 8, tasks: ["translation"], instructions: 120 },
  { name: "/docs/ask", weight: 7, tasks: ["question-answering", "reasoning"], instructions: 1_800 },
  { name: "/editor/rewrite", weight: 6, tasks: ["rewriting"], instructions: 200 },
  { name: "/editor/draft", weight: 5, tasks: ["writing"], instructions: 300 },
  { name: "/code/review", weight: 4, tasks: ["code"], instructions: 1_200 },
  { name: "/analytics/ask", weight: 3, tasks: ["math", "reasoning"], instructions: 500 },
  { name: "/agents/research", weight: 3, tasks: ["agent-step"], instructions: 2_400 },
  { name: undefined, weight: 1.5, tasks: ["chat", "code", "writing"], instructions: 0 },
];

/** The models that its programs ask for. */
export const requestedModels: readonly Weighted<{ readonly name: string }>[] = [
  { name: "gpt-4o", weight: 22 },
  { name: "auto", weight: 18 },
  { name: "gpt-5.4", weight: 14 },
  { name: "gpt-4o-mini", weight: 14 },
  { name: "claude-sonnet-4-6", weight: 12 },
  { name: "gemini-2.5-pro", weight: 7 },
  { name: "claude-opus-4-8", weight: 5 },
  { name: "gpt-4.1", weight: 5 },
  { name: "anthropic/claude-sonnet-4-6", weight: 4 },
  { name: "openai/gpt-4o", weight: 3 },
];

/** Its keys, by who uses them. */
export const keys = [
  { name: "Web app", environment: "production", weight: 48, routingMode: "quality" },
  { name: "Batch jobs", environment: "production", weight: 18, routingMode: "cost" },
  { name: "Staging", environment: "staging", weight: 12 },
  { name: "Developers", environment: "development", weight: 6 },
  { name: "Medical letters", environment: "production", weight: 16, routingMode: "off" },
] as const;
