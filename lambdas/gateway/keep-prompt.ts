import type { GatewayDeps } from "./deps";
import type { GatewayAnswer, GatewayRequest } from "./exchange";
import type { Ledger } from "./ledger";

const dayMs = 86_400_000;
/** Of a stream; the rest is not kept. */
const mostCharacters = 2_000_000;

/** Days that this caller's prompts are kept: their key asks for it, and their organization allows it. */
const keptDaysOf = ({ caller }: Ledger): number | undefined =>
  caller.organization.promptStorage === true ? caller.key.storePromptsDays : undefined;

/** Passes pieces on, and gives all of them as text at the end, also where the reader leaves early. */
const overhear = async function* (
  body: AsyncIterable<Uint8Array>,
  onEnd: (text: string) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  const decoder = new TextDecoder();
  let text = "";
  try {
    for await (const piece of body) {
      if (text.length < mostCharacters) text += decoder.decode(piece, { stream: true });
      yield piece;
    }
  } finally {
    onEnd(text + decoder.decode());
  }
};

/**
 * Keeps what was asked and answered, word for word, where key and organization say so; else nothing
 * is looked at. The caller waits for none of it, and a store that fails costs them nothing.
 */
export const keepPrompt = (
  request: GatewayRequest,
  ledger: Ledger,
  answered: GatewayAnswer,
  { prompts, log }: GatewayDeps,
): GatewayAnswer => {
  const days = keptDaysOf(ledger);
  if (days === undefined) return answered;
  const { id, startedAt, caller } = ledger;
  const keep = async (answer: string): Promise<void> => {
    try {
      await prompts.put(caller.organization.id, id, {
        request: Buffer.from(request.body).toString("utf8"),
        answer,
        expiresAt: startedAt + days * dayMs,
      });
    } catch (error) {
      log.error("prompt_not_kept", { requestId: id, error: (error as Error).name });
    }
  };
  const { body, settled } = answered;
  if (typeof body === "string") {
    const kept = keep(body);
    return { ...answered, settled: settled.then(() => kept) };
  }
  let end: (kept: Promise<void>) => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return {
    ...answered,
    body: overhear(body, (text) => end(keep(text))),
    // A stream that nobody ever began to read ends in its record alone.
    settled: settled.then(() => ended),
  };
};
