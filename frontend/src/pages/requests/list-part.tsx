import { Match, Show, Switch } from "solid-js";
import { Button } from "../../components/button";
import { Notice } from "../../components/notice";
import { SkeletonLines } from "../../components/skeleton";
import { ErrorState, failureText, NoMatch } from "../../components/states";
import type { GridColumn } from "./columns";
import { EmptyRequests } from "./empty-requests";
import { LiveState } from "./live-state";
import { RequestsGrid } from "./requests-grid";
import styles from "./requests-page.module.css";
import strip from "./strip.module.css";
import { TotalsLine } from "./totals-line";
import type { Question } from "./use-question";
import type { RequestList } from "./use-request-list";

type ListPartProps = {
  readonly question: Question;
  readonly list: RequestList;
  readonly columns: readonly GridColumn[];
  readonly cards: boolean;
  readonly live: boolean;
  readonly reading: boolean;
  /** The panel lies over it. */
  readonly covered: boolean;
  readonly opened: string | undefined;
  readonly onOpen: (id: string, how: { readonly replace: boolean }) => void;
  readonly onClose: () => void;
  readonly onArea: (area: HTMLElement) => void;
};

/** What stands below the rows, or in their place. */
const BelowRows = (props: ListPartProps) => {
  const result = () => props.list.pages.result();
  return (
    <Switch>
      <Match when={result().isPending}>
        <div class={styles.below}>
          <span class="visually-hidden" role="status">
            Loading…
          </span>
          <SkeletonLines lines={14} height={24} />
        </div>
      </Match>
      <Match when={props.list.first() === undefined && result().error}>
        {(error) => (
          <ErrorState what="requests" error={error()} onRetry={() => props.list.pages.retry()} />
        )}
      </Match>
      <Match when={result().isFetchNextPageError && result().error}>
        {(error) => (
          <div class={styles.below}>
            <Notice
              tone="danger"
              actions={<Button onClick={() => props.list.pages.retry()}>Retry</Button>}
            >
              {failureText("more requests", error())}
            </Notice>
          </div>
        )}
      </Match>
      <Match when={result().isFetchingNextPage}>
        <p class={`${styles.below} muted`} role="status">
          Loading…
        </p>
      </Match>
      <Match when={props.list.rows().length === 0 && !result().isPlaceholderData}>
        <Show
          when={props.question.filters.any()}
          fallback={<EmptyRequests period={props.question.period} />}
        >
          <NoMatch onClear={() => props.question.filters.clear()} />
        </Show>
      </Match>
    </Switch>
  );
};

/** The list with what it amounts to above it. */
export const ListPart = (props: ListPartProps) => {
  let top: HTMLDivElement | undefined;
  let area: HTMLElement | undefined;
  const result = () => props.list.pages.result();
  const hasFailed = () => props.list.first() !== undefined && result().isError;
  const show = () => {
    // Whoever asked for new rows reads no others any more.
    top?.focus({ preventScroll: true });
    document.getSelection()?.empty();
    area?.scrollTo({ top: 0 });
    props.list.enter();
  };
  return (
    <section class={styles.list} aria-label="All requests" inert={props.covered}>
      <div class={strip.strip} tabindex="-1" ref={(element) => (top = element)}>
        <Show when={props.list.first()} fallback={<span />}>
          <TotalsLine sums={props.list.sums()} />
        </Show>
        <LiveState
          live={props.live}
          reading={props.reading}
          failed={props.list.tailFailed()}
          waiting={props.list.waiting()}
          missed={props.list.missed()}
          onShow={show}
        />
      </div>
      <Show when={hasFailed() && !result().isFetchNextPageError && result().error}>
        {(error) => (
          <Notice
            tone="danger"
            actions={<Button onClick={() => props.list.pages.retry()}>Retry</Button>}
          >
            {failureText("requests", error())} Shown is what was there before.
          </Notice>
        )}
      </Show>
      <RequestsGrid
        rows={props.list.rows()}
        columns={props.columns}
        count={props.list.sums()?.requests}
        cards={props.cards}
        busy={result().isPending}
        stale={result().isPlaceholderData}
        opened={props.opened}
        onOpen={props.onOpen}
        onClose={props.onClose}
        onEnd={() => props.list.pages.loadMore()}
        ref={(element) => {
          area = element;
          props.onArea(element);
        }}
      >
        <BelowRows {...props} />
      </RequestsGrid>
    </section>
  );
};
