import type { StreamWriter } from "../../core/chat/caller-dialect";
import type { StreamEvent } from "./attempt";

/** How the events of one stream are given to its caller. */
export type Renderer = {
  /** The bytes that the caller sees of these events, in order. */
  render(batch: readonly StreamEvent[]): readonly Uint8Array[];
  /** What the caller is still owed where a whole answer ends without its end mark. */
  close(): Uint8Array | undefined;
};

const holdsOnlyUsage = ({ said }: StreamEvent): boolean =>
  said?.length === 1 && said[0]?.kind === "usage" && said[0].alone === true;

/**
 * The provider's own bytes, for a caller who speaks its dialect. Only the event that carries nothing
 * but the count is left out, for a caller who did not ask for it.
 */
export const passOn = (showsUsage: boolean, endMark: string): Renderer => ({
  render: (batch) =>
    (showsUsage ? batch : batch.filter((event) => !holdsOnlyUsage(event))).map(
      ({ bytes }) => bytes,
    ),
  close: () => (endMark === "" ? undefined : Buffer.from(endMark)),
});

/** The same said in the caller's dialect. */
export const translate = (writer: StreamWriter): Renderer => {
  const write = (events: Parameters<StreamWriter["write"]>[0]): Uint8Array[] => {
    const text = writer.write(events);
    return text === "" ? [] : [Buffer.from(text)];
  };
  return {
    // Event by event: what is written does not depend on how they came in packets.
    render: (batch) => batch.flatMap(({ said = [] }) => write(said)),
    close: () => write([{ kind: "end" }])[0],
  };
};
