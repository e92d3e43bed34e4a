import { For, Show } from "solid-js";
import {
  promisedQuality,
  type RoutingMode,
  routingModes,
} from "../../../../core/contract/routing-mode";
import { Badge } from "../../components/badge";
import { Button } from "../../components/button";
import { Notice } from "../../components/notice";
import { useWorkspace } from "../../state/workspace";
import { modeTexts, promiseText } from "./mode-texts";
import styles from "./routing.module.css";
import { useApplyMode } from "./use-apply-mode";
import type { Simulation } from "./use-simulation";
import { WhatChanges } from "./what-changes";

const ModeCard = (props: {
  readonly mode: RoutingMode;
  readonly checked: boolean;
  readonly present: boolean;
  readonly onChoose: (mode: RoutingMode) => void;
}) => (
  <label class={`${styles.card} ${props.checked ? styles.checked : ""}`}>
    <input
      type="radio"
      name="mode"
      class={styles.radio}
      checked={props.checked}
      onChange={() => props.onChoose(props.mode)}
    />
    <span class={styles.cardTitle}>{modeTexts[props.mode].title}</span>
    <span class={styles.promise}>
      {promiseText(promisedQuality[props.mode])}
      <span class="visually-hidden"> of the quality is kept.</span>
    </span>
    <span class={styles.does}>{modeTexts[props.mode].does}</span>
    <Show when={props.present}>
      <span class={styles.present}>
        <Badge tone="accent">In use</Badge>
      </span>
    </Show>
  </label>
);

/** The four modes, and putting another one to use. */
export const ModeChooser = (props: {
  readonly chosen: RoutingMode | undefined;
  readonly onChoose: (mode: RoutingMode | undefined) => void;
  readonly simulation: Simulation;
}) => {
  const { organization } = useWorkspace();
  const present = () => organization().routingMode;
  const chosen = () => props.chosen ?? present();
  const apply = useApplyMode(() => props.onChoose(undefined));
  const submit = (event: Event) => {
    event.preventDefault();
    void apply.run(present(), chosen());
  };
  return (
    <form class={styles.chooser} onSubmit={submit}>
      <fieldset class={styles.cards}>
        <legend class="visually-hidden">Routing Mode</legend>
        <For each={routingModes}>
          {(mode) => (
            <ModeCard
              mode={mode}
              checked={chosen() === mode}
              present={present() === mode}
              onChoose={props.onChoose}
            />
          )}
        </For>
      </fieldset>
      <div class={styles.apply}>
        <Button
          type="submit"
          look="primary"
          needs="admin"
          busy={apply.busy()}
          disabledBecause={
            chosen() === present() ? "This mode is in use; choose another one first." : undefined
          }
        >
          Apply
        </Button>
        <WhatChanges from={present()} to={chosen()} simulation={props.simulation} />
      </div>
      <Show when={apply.error()}>
        {(error) => (
          <Notice tone="danger">
            Couldn't apply the mode: {error().message}. It is as it was.
          </Notice>
        )}
      </Show>
      <p class="muted small">
        A mode promises the share of the requested model's quality that is kept on average over many
        requests. Each single request has to reach a bar, set where the mean loss measured on
        benchmark prompts that the router had not learned from keeps the promise, with a margin for
        chance.
      </p>
    </form>
  );
};
