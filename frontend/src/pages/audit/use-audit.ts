import { useInfiniteQuery } from "@tanstack/solid-query";
import { type AuditRowAnswer, listAudit } from "../../../../core/contract/audit";
import type { Asked } from "../../api/use-operation";
import { useSession } from "../../state/session-context";

export type AskedAudit = Asked<readonly AuditRowAnswer[]> & {
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  /** The page after those that are shown did not come. */
  readonly moreFailed: boolean;
  more(): void;
};

/** The audit log's rows, newest first, page by page; asked anew, all pages that are shown are. */
export const useAudit = (): AskedAudit => {
  const { call } = useSession();
  const query = useInfiniteQuery(() => ({
    queryKey: [listAudit.id, "pages"],
    initialPageParam: "",
    queryFn: ({ pageParam, signal }: { pageParam: string; signal: AbortSignal }) =>
      call(listAudit, { query: pageParam === "" ? {} : { cursor: pageParam } }, signal),
    getNextPageParam: (page: { readonly next: string | null }) => page.next ?? undefined,
  }));
  return {
    get data() {
      return query.isPending || query.dataUpdatedAt === 0
        ? undefined
        : query.data?.pages.flatMap(({ rows }) => rows);
    },
    get error() {
      return query.isFetchNextPageError ? undefined : (query.error ?? undefined);
    },
    get isLoading() {
      return query.isPending && query.fetchStatus !== "idle";
    },
    get isFetching() {
      return query.isFetching;
    },
    isStale: false,
    get answeredAt() {
      return query.dataUpdatedAt;
    },
    refetch: () => void query.refetch(),
    get hasMore() {
      return query.hasNextPage;
    },
    get isLoadingMore() {
      return query.isFetchingNextPage;
    },
    get moreFailed() {
      return query.isFetchNextPageError;
    },
    more: () => void query.fetchNextPage(),
  };
};
