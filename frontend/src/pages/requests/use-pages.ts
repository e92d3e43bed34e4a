import {
  type InfiniteData,
  InfiniteQueryObserver,
  type InfiniteQueryObserverResult,
  useQueryClient,
} from "@tanstack/solid-query";
import { createComputed, createMemo, createSignal, on, onCleanup } from "solid-js";
import type { AnswerOf } from "../../../../core/contract/operation";
import { listRequests } from "../../../../core/contract/requests";
import { useSession } from "../../state/session-context";
import type { Asked } from "./use-question";

export type RequestPage = AnswerOf<typeof listRequests>;
type Cursor = string | undefined;
type Result = InfiniteQueryObserverResult<InfiniteData<RequestPage, Cursor>>;

const rowsAPage = "200";

/**
 * Pages of requests, the newest first. Observed without a store: thousands of rows are drawn by
 * the screenful, and none of them ever changes by a field.
 */
export const usePages = (asked: () => Asked) => {
  const client = useQueryClient();
  const { call } = useSession();
  const options = createMemo(() => {
    const { from, to, filters, time } = asked();
    return {
      queryKey: [listRequests.id, from, to, filters, time] as const,
      queryFn: ({ pageParam, signal }: { pageParam: Cursor; signal: AbortSignal }) => {
        const cursor = pageParam === undefined ? {} : { cursor: pageParam };
        const query = { from, to, ...filters, limit: rowsAPage, ...cursor };
        return call(listRequests, { query }, signal);
      },
      initialPageParam: undefined as Cursor,
      getNextPageParam: (last: RequestPage): Cursor => last.next ?? undefined,
      // New rows come by the tail; nothing is asked again by itself, and nothing kept for later.
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
    };
  });
  const observer = new InfiniteQueryObserver<
    RequestPage,
    Error,
    InfiniteData<RequestPage, Cursor>,
    ReturnType<typeof options>["queryKey"],
    Cursor
  >(client, options());
  const [result, setResult] = createSignal<Result>(observer.getCurrentResult(), { equals: false });
  onCleanup(observer.subscribe(setResult));
  createComputed(
    on(
      options,
      (changed) => {
        observer.setOptions(changed);
        setResult(observer.getCurrentResult());
      },
      { defer: true },
    ),
  );
  return {
    result,
    /** More of the same, where there is more and it is not on its way. */
    loadMore: () => {
      const { hasNextPage, isFetching, isPlaceholderData, isFetchNextPageError } = result();
      if (hasNextPage && !isFetching && !isPlaceholderData && !isFetchNextPageError) {
        void observer.fetchNextPage();
      }
    },
    retry: () =>
      void (result().isFetchNextPageError ? observer.fetchNextPage() : observer.refetch()),
  };
};
