import { createEffect, createSignal, on, onCleanup } from "solid-js";
import type { AnswerOf } from "../../../../core/contract/operation";
import { tailRequests } from "../../../../core/contract/requests";
import { useSession } from "../../state/session-context";
import type { RequestFilters } from "./filter-fields";

export type TailAnswer = AnswerOf<typeof tailRequests>;

export type TailOptions = {
  /** Where to go on from: the list's own word; undefined: there is no list yet. */
  readonly start: () => string | undefined;
  readonly filters: () => RequestFilters;
  readonly on: () => boolean;
  readonly onAnswer: (answer: TailAnswer) => void;
};

const everyMs = 2_000;

/** Looks for new requests again and again while the page is in sight, one look at a time. */
export const useTail = ({ start, filters, on: isOn, onAnswer }: TailOptions) => {
  const { call } = useSession();
  const [failed, setFailed] = createSignal(false);
  let after: string | undefined;
  createEffect(
    on(start, (cursor) => {
      after = cursor;
      setFailed(false);
    }),
  );
  const look = async (signal: AbortSignal): Promise<void> => {
    if (document.hidden || after === undefined) return;
    try {
      const answer = await call(tailRequests, { query: { ...filters(), after } }, signal);
      if (signal.aborted) return;
      after = answer.tail;
      setFailed(false);
      onAnswer(answer);
    } catch {
      // The next look may succeed, and gives what this one did not.
      if (!signal.aborted) setFailed(true);
    }
  };
  createEffect(
    on([start, isOn], ([cursor, runs]) => {
      if (cursor === undefined || !runs) return;
      const leaving = new AbortController();
      let timer: ReturnType<typeof setTimeout>;
      const wait = () => {
        timer = setTimeout(() => {
          void look(leaving.signal).then(() => !leaving.signal.aborted && wait());
        }, everyMs);
      };
      wait();
      onCleanup(() => {
        leaving.abort();
        clearTimeout(timer);
      });
    }),
  );
  return { failed };
};
