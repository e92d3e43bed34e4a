import { useQueryClient } from "@tanstack/solid-query";
import { createSignal } from "solid-js";
import type { AnswerOf, Operation, SentOf } from "../../../core/contract/operation";
import type { OperationId } from "../../../core/contract/operations";
import { useSession } from "../state/session-context";

export type Change<O extends Operation> = {
  /** @throws ApiError, which is `error()` as well until the next try. */
  run(sent?: Partial<SentOf<O>>): Promise<AnswerOf<O>>;
  readonly busy: () => boolean;
  readonly error: () => Error | undefined;
  forget(): void;
};

/**
 * Does an operation that changes something, and has whatever shows it asked for anew.
 *
 * @param outdates - operations whose answers are out of date afterwards.
 */
export const useChange = <O extends Operation>(
  operation: O,
  outdates: readonly OperationId[] = [],
): Change<O> => {
  const { call } = useSession();
  const client = useQueryClient();
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<Error>();
  return {
    busy,
    error,
    forget: () => setError(undefined),
    async run(sent = {}) {
      setBusy(true);
      setError(undefined);
      try {
        const answer = await call(operation, sent);
        await Promise.all(outdates.map((id) => client.invalidateQueries({ queryKey: [id] })));
        return answer;
      } catch (failure) {
        setError(failure as Error);
        throw failure;
      } finally {
        setBusy(false);
      }
    },
  };
};
