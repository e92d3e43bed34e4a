import { QueryObserver, useQueryClient } from "@tanstack/solid-query";
import { createComputed, createMemo, createSignal, on, onCleanup, untrack } from "solid-js";
import type { AnswerOf, Operation, SentOf } from "../../../core/contract/operation";
import { useSession } from "../state/session-context";

export type Asked<Answer> = {
  /** What was last answered; undefined before the first answer. */
  readonly data: Answer | undefined;
  readonly error: Error | undefined;
  /** Nothing was ever answered, and it is being asked for. */
  readonly isLoading: boolean;
  /** It is being asked for, whatever is shown meanwhile. */
  readonly isFetching: boolean;
  /** What is shown answers an earlier question: other filters, another period. */
  readonly isStale: boolean;
  /** When `data` came, milliseconds since 1970 UTC; 0: never. */
  readonly answeredAt: number;
  refetch(): void;
};

export type AskOptions<Answer> = {
  /** How often to ask again while the page is looked at, by what was answered. @default never */
  readonly everyMs?: number | ((answer: Answer | undefined) => number);
  /** @default true */
  readonly enabled?: boolean;
};

/**
 * Asks the API, and again when what is sent changes; what was read stays until the answer is there.
 *
 * @param sent - called inside a tracking scope.
 */
export const useOperation = <O extends Operation>(
  operation: O,
  sent: () => Partial<SentOf<O>> = () => ({}),
  options: () => AskOptions<AnswerOf<O>> = () => ({}),
): Asked<AnswerOf<O>> => {
  const { call } = useSession();
  const client = useQueryClient();
  const question = createMemo(() => {
    const asked = sent();
    const { everyMs, enabled } = options();
    return client.defaultQueryOptions<AnswerOf<O>>({
      queryKey: [operation.id, asked],
      queryFn: ({ signal }) => call(operation, asked, signal),
      ...(everyMs !== undefined && {
        refetchInterval: typeof everyMs === "number" ? everyMs : ({ state }) => everyMs(state.data),
      }),
      ...(enabled !== undefined && { enabled }),
    });
  });
  const observer = new QueryObserver<AnswerOf<O>>(client, untrack(question));
  const [result, setResult] = createSignal(observer.getOptimisticResult(untrack(question)));
  onCleanup(observer.subscribe((next) => setResult(() => next)));
  createComputed(
    on(
      question,
      (next) => {
        observer.setOptions(next);
        setResult(() => observer.getOptimisticResult(next));
      },
      { defer: true },
    ),
  );
  // One by one, so that a chart is not drawn anew where only the asking began.
  const data = createMemo(() => result().data);
  const error = createMemo(() => result().error ?? undefined);
  const isLoading = createMemo(() => result().isLoading);
  const isFetching = createMemo(() => result().isFetching);
  const isStale = createMemo(() => result().isPlaceholderData);
  const answeredAt = createMemo(() => result().dataUpdatedAt);
  return {
    get data() {
      return data();
    },
    get error() {
      return error();
    },
    get isLoading() {
      return isLoading();
    },
    get isFetching() {
      return isFetching();
    },
    get isStale() {
      return isStale();
    },
    get answeredAt() {
      return answeredAt();
    },
    refetch: () => void observer.refetch(),
  };
};
