import type { NeutralEvent } from "../../../../core/chat/neutral/event";
import type { Call, Piece } from "./schema";

/** A call as far as it came. It is said once it has a name; arguments before that are held. */
type Begun = {
  readonly part: number;
  readonly index: number | undefined;
  readonly id: string | undefined;
  said: boolean;
  held: string;
};

export type CallReader = {
  /** Whether any tool was called. */
  called(): boolean;
  read(piece: Piece): NeutralEvent[];
  /** What is held of calls that never got a name. */
  rest(): NeutralEvent[];
};

/** The place of `function_call`, which has none of its own. */
const onlyCall = -1;

const callsIn = ({ tool_calls, function_call }: Piece): readonly Call[] => [
  ...(tool_calls ?? []),
  ...(function_call ? [{ index: onlyCall, function: function_call }] : []),
];

const textOf = (value: unknown): string => {
  if (typeof value === "string") return value;
  return value == null ? "" : JSON.stringify(value);
};

/** Mistral has written the word where it had none. */
const idOf = ({ id }: Call): string | undefined => (id && id !== "null" ? id : undefined);

/**
 * The call that a piece continues. Servers that give no index are told by id, or go on with the last
 * call; some give calls at once the same index, and an id to each.
 */
const continued = (calls: readonly Begun[], call: Call): Begun | undefined => {
  const { index } = call;
  const id = idOf(call);
  const named = (call.function?.name ?? "") !== "";
  if (index != null) {
    const known = calls.findLast((begun) => begun.index === index);
    const another = named && id !== undefined && known?.id !== undefined && known.id !== id;
    return another ? undefined : known;
  }
  if (id !== undefined) return calls.findLast((begun) => begun.id === id);
  return named ? undefined : calls.at(-1);
};

/**
 * Reads the calls of one choice, whole or in pieces.
 *
 * @param nextPart - numbers a part that begins.
 */
export const createCallReader = (choice: number, nextPart: () => number): CallReader => {
  const calls: Begun[] = [];

  const begin = (call: Call): Begun => {
    const { index } = call;
    const part = nextPart();
    const begun = { part, index: index ?? undefined, id: idOf(call), said: false, held: "" };
    calls.push(begun);
    return begun;
  };
  const say = (begun: Begun, name: string): NeutralEvent[] => {
    const { part, held } = begun;
    const id = begun.id ?? `call_${choice}_${part}`;
    begun.said = true;
    begun.held = "";
    const said: NeutralEvent = { kind: "tool-call", choice, part, id, name };
    return held === "" ? [said] : [said, { kind: "arguments", choice, part, text: held }];
  };
  const readCall = (call: Call): NeutralEvent[] => {
    const begun = continued(calls, call) ?? begin(call);
    const name = call.function?.name ?? "";
    const text = textOf(call.function?.arguments);
    if (!begun.said) {
      begun.held += text;
      return name === "" ? [] : say(begun, name);
    }
    return text === "" ? [] : [{ kind: "arguments", choice, part: begun.part, text }];
  };
  return {
    called: () => calls.length > 0,
    read: (piece) => callsIn(piece).flatMap(readCall),
    rest: () => calls.flatMap((begun) => (begun.said ? [] : say(begun, ""))),
  };
};
