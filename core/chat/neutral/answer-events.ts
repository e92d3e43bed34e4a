import type { NeutralAnswer, NeutralChoice } from "./answer";
import type { NeutralEvent } from "./event";
import type { AssistantPart } from "./part";

const partEvents = (
  part: AssistantPart,
  place: { readonly choice: number; readonly part: number },
): readonly NeutralEvent[] => {
  if (part.kind !== "tool-call") {
    const { text, kind } = part;
    if (kind !== "reasoning") return [{ ...place, kind, text }];
    const { seal, redacted } = part;
    return [{ ...place, kind, text, ...(seal && { seal }), ...(redacted && { redacted }) }];
  }
  const { id, name, seal } = part;
  return [
    { ...place, kind: "tool-call", id, name, ...(seal && { seal }) },
    { ...place, kind: "arguments", text: part.arguments },
  ];
};

/** Log-probabilities stand with a choice's first text, whose tokens they are. */
const withLogprobs = (
  events: readonly NeutralEvent[],
  { logprobs }: NeutralChoice,
): readonly NeutralEvent[] => {
  if (!logprobs) return events;
  const first = events.findIndex(({ kind }) => kind === "text");
  return events.map((event, at) =>
    at === first && event.kind === "text" ? { ...event, logprobs } : event,
  );
};

/** A whole answer as the events of a stream that brings every part in one piece. */
export const answerEvents = ({
  id,
  model,
  choices,
  usage,
  unsaid,
}: NeutralAnswer): NeutralEvent[] => [
  { kind: "start", ...(id !== undefined && { id }), ...(model !== undefined && { model }) },
  ...choices.flatMap((choice, index) => [
    ...withLogprobs(
      choice.parts.flatMap((part, at) => partEvents(part, { choice: index, part: at })),
      choice,
    ),
    {
      kind: "finish" as const,
      choice: index,
      reason: choice.finish,
      ...(choice.stopSequence !== undefined && { stopSequence: choice.stopSequence }),
    },
  ]),
  ...unsaid.map((what) => ({ kind: "unsaid" as const, what })),
  ...(usage ? [{ kind: "usage" as const, usage }] : []),
  { kind: "end" },
];
