import { parseArgs } from "node:util";
import { isRoutingMode, type RoutingMode, routingModes } from "../../core/routing/mode";

export type ReplayOptions = {
  readonly file: string;
  readonly mode: RoutingMode;
  readonly concurrency: number;
  readonly model: string;
  readonly stream: boolean;
  /** Sends the second user turn, where a line has one, after the first one's answer. */
  readonly turns: boolean;
  readonly limit?: number;
  readonly maxTokens?: number;
  readonly dataDir: string;
};

export const usage = `usage: npm run replay -- FILE.jsonl[.gz] [options]
  FILE            JSON lines, plain or gzipped, each with a "prompt"
  --mode          routing mode: ${routingModes.join(", ")} (balanced)
  --concurrency   requests in flight, 1 to 256 (4)
  --model         the model to ask for (gpt-4o)
  --stream        ask for streams; their costs are in the dashboard's records only
  --turns         send "turn2" as well, after the first answer
  --limit         replay only the first N lines
  --max-tokens    the longest answer to ask for, in tokens
  --data-dir      where a running SmashCost keeps local.json (.smashcost)
SMASHCOST_URL and SMASHCOST_API_KEY, where set, name another gateway and key.`;

/** The command was called in a way that can't work; the message says how it can. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

const wholeNumber = (
  name: string,
  text: string | undefined,
  most = Number.MAX_SAFE_INTEGER,
): number | undefined => {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= most) return value;
  const range = most === Number.MAX_SAFE_INTEGER ? "from 1 up" : `from 1 to ${most}`;
  throw new UsageError(`--${name} can't be "${text}"; give a whole number ${range}`);
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        mode: { type: "string", default: "balanced" },
        concurrency: { type: "string", default: "4" },
        model: { type: "string", default: "gpt-4o" },
        stream: { type: "boolean", default: false },
        turns: { type: "boolean", default: false },
        limit: { type: "string" },
        "max-tokens": { type: "string" },
        "data-dir": { type: "string", default: ".smashcost" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    const { message } = error as Error;
    throw new UsageError(`${message.charAt(0).toLowerCase()}${message.slice(1)}\n\n${usage}`);
  }
};

/**
 * Reads the command's arguments; undefined where help was asked for.
 *
 * @throws UsageError that names the value that is wrong and the way out.
 */
export const parseOptions = (args: readonly string[]): ReplayOptions | undefined => {
  const { values, positionals } = parse(args);
  if (values.help) return undefined;
  const [file, ...more] = positionals;
  if (file === undefined) throw new UsageError(`no file is named\n\n${usage}`);
  if (more.length > 0) {
    throw new UsageError(`one file at a time: "${more.join(" ")}" came after "${file}"`);
  }
  const { mode, model } = values;
  if (!isRoutingMode(mode)) {
    throw new UsageError(`--mode can't be "${mode}"; use one of ${routingModes.join(", ")}`);
  }
  if (model === "") throw new UsageError('--model can\'t be ""; name a model, or "auto"');
  return {
    file,
    mode,
    model,
    concurrency: wholeNumber("concurrency", values.concurrency, 256) ?? 4,
    stream: values.stream,
    turns: values.turns,
    limit: wholeNumber("limit", values.limit),
    maxTokens: wholeNumber("max-tokens", values["max-tokens"]),
    dataDir: values["data-dir"],
  };
};
