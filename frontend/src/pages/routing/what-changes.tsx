import { Show } from "solid-js";
import { promisedQuality, type RoutingMode } from "../../../../core/contract/routing-mode";
import { Money } from "../../components/money";
import { formatPlural } from "../../format/count";
import { modeTexts, promiseText } from "./mode-texts";
import type { Simulation } from "./use-simulation";

/** What applying a mode would change, before it is applied. */
export const WhatChanges = (props: {
  readonly from: RoutingMode;
  readonly to: RoutingMode;
  readonly simulation: Simulation;
}) => {
  const answer = () => props.simulation.asked.data;
  const costIn = (mode: RoutingMode) => answer()?.modes.find((one) => one.mode === mode)?.cost;
  const overriding = () => answer()?.overriding.length ?? 0;
  return (
    <p class="muted" role="status">
      <Show
        when={props.from !== props.to}
        fallback={`${modeTexts[props.from].title} is in use for every request whose key or header sets no mode.`}
      >
        From the next request on, {promiseText(promisedQuality[props.to])} of the quality is kept
        instead of {promiseText(promisedQuality[props.from])}.{" "}
        <Show when={answer()?.compared ? costIn(props.to) : undefined}>
          {(to) => (
            <>
              The traffic below would have cost <Money pico={to()} total /> instead of{" "}
              <Money pico={costIn(props.from) ?? null} total />.{" "}
            </>
          )}
        </Show>
        <Show when={overriding() > 0}>
          {formatPlural(overriding(), "key")} with a mode of {overriding() === 1 ? "its" : "their"}{" "}
          own {overriding() === 1 ? "stays" : "stay"} as {overriding() === 1 ? "it is" : "they are"}
          .
        </Show>
      </Show>
    </p>
  );
};
