import { keepPreviousData, QueryClient } from "@tanstack/solid-query";
import { ApiError } from "./api-error";

/** What may come right by itself: no answer, and a server's own trouble. */
const isPassing = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 0 || error.status >= 500);

/** What pages have asked for, kept while they are looked at and a little longer. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 2_000,
        gcTime: 10 * 60_000,
        retry: (failures, error) => failures < 1 && isPassing(error),
        retryDelay: 500,
        // What was read stays in sight until what is asked for is there.
        placeholderData: keepPreviousData,
        // A laptop without a network still reaches the product that runs on it.
        networkMode: "always",
      },
      mutations: { networkMode: "always" },
    },
  });
