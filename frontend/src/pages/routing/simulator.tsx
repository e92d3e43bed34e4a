import { A } from "@solidjs/router";
import { Show } from "solid-js";
import type { RoutingMode } from "../../../../core/contract/routing-mode";
import { Button } from "../../components/button";
import { Answered, Panel } from "../../components/panel";
import { PeriodPicker } from "../../components/period-picker";
import { Skeleton, SkeletonLines } from "../../components/skeleton";
import { EmptyState, NoMatch } from "../../components/states";
import { useWorkspace } from "../../state/workspace";
import { LargestChanges } from "./largest-changes";
import { ModeTable } from "./mode-table";
import { NotReplayed } from "./not-replayed";
import { OverridingKeys } from "./overriding-keys";
import styles from "./routing.module.css";
import { ScopePicker } from "./scope-picker";
import type { Simulation } from "./use-simulation";

const Waiting = () => (
  <div class={styles.waiting}>
    <p class="muted">Replaying the requests in each mode takes a few seconds.</p>
    <Skeleton height={20} width="60%" />
    <SkeletonLines lines={5} height={36} />
    <Skeleton height={24} width="30%" />
    <SkeletonLines lines={6} height={32} />
  </div>
);

/** Nothing to replay: filters hide it, or there was no traffic. */
const NothingToReplay = (props: { readonly simulation: Simulation }) => (
  <Show
    when={!props.simulation.filters.any()}
    fallback={<NoMatch onClear={() => props.simulation.filters.clear()} />}
  >
    <EmptyState
      title="Needs a day of traffic"
      actions={
        <Button
          onClick={() =>
            props.simulation.isPicked()
              ? props.simulation.unpick()
              : props.simulation.period.choose("today")
          }
        >
          {props.simulation.isPicked() ? "Last 7 full days" : "Look at today so far"}
        </Button>
      }
    >
      There are no requests in these days. Send some, and see here tomorrow what each mode would
      have made of them.
    </EmptyState>
  </Show>
);

/** There are requests, and the time was up before the first was replayed: no figure, and no zero. */
const NoTime = (props: { readonly simulation: Simulation }) => (
  <EmptyState
    title="No request could be replayed in time"
    actions={<Button onClick={() => props.simulation.asked.refetch()}>Try again</Button>}
  >
    Reading the requests took longer than a simulation may. Try again, or pick a shorter period.
  </EmptyState>
);

/** What the requests of a period would have cost in each mode. */
export const Simulator = (props: {
  readonly simulation: Simulation;
  readonly chosen: RoutingMode | undefined;
}) => {
  const { organization } = useWorkspace();
  const simulation = () => props.simulation;
  return (
    <Panel
      title="Simulator"
      description="What the same requests would have cost in each mode: each is decided anew with its own size, needs and keys, at the prices of its time."
      actions={
        <>
          <Show when={simulation().isPicked()}>
            <Button look="ghost" onClick={() => simulation().unpick()}>
              Last 7 full days
            </Button>
          </Show>
          <PeriodPicker period={simulation().period} asOf={simulation().asked.data?.asOf} />
        </>
      }
      flush
    >
      <ScopePicker simulation={simulation()} />
      <Answered what="the simulation" asked={simulation().asked} skeleton={<Waiting />}>
        {(answer) => (
          <Show
            when={answer().requests > 0}
            fallback={
              <Show
                when={answer().sampled}
                fallback={<NothingToReplay simulation={simulation()} />}
              >
                <NoTime simulation={simulation()} />
              </Show>
            }
          >
            <ModeTable answer={answer()} filters={simulation().filters} />
            <Show when={organization().baselineModel === null}>
              <p class={`${styles.note} muted`}>
                No baseline model is set, so the saving of requests for <code>auto</code> is unknown
                elsewhere, and mode Off would refuse them.{" "}
                <A href="/settings">Set a baseline model</A>
              </p>
            </Show>
            <LargestChanges answer={answer()} chosen={props.chosen} />
            <NotReplayed left={answer().left} />
          </Show>
        )}
      </Answered>
      <Show when={simulation().asked.data}>
        {(answer) => <OverridingKeys keys={answer().overriding} />}
      </Show>
    </Panel>
  );
};
