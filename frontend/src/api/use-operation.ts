import { useQuery } from "@tanstack/solid-query";
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
  const query = useQuery(() => {
    const question = sent();
    const { everyMs, enabled } = options();
    return {
      queryKey: [operation.id, question],
      queryFn: ({ signal }: { signal: AbortSignal }) => call(operation, question, signal),
      ...(everyMs !== undefined && {
        refetchInterval:
          typeof everyMs === "number"
            ? everyMs
            : ({ state }: { state: { data: AnswerOf<O> | undefined } }) => everyMs(state.data),
      }),
      ...(enabled !== undefined && { enabled }),
    };
  });
  return {
    get data() {
      // Reading the data of a query that has none would suspend the page.
      return query.isPending || (query.isError && query.dataUpdatedAt === 0)
        ? undefined
        : query.data;
    },
    get error() {
      return query.error ?? undefined;
    },
    get isLoading() {
      return query.isPending && query.fetchStatus !== "idle";
    },
    get isFetching() {
      return query.isFetching;
    },
    get isStale() {
      return query.isPlaceholderData;
    },
    get answeredAt() {
      return query.dataUpdatedAt;
    },
    refetch: () => void query.refetch(),
  };
};
