import Check from "lucide-solid/icons/check";
import Minus from "lucide-solid/icons/minus";
import { For, Show } from "solid-js";
import type { ModelAnswer } from "../../../../core/contract/models";
import { formatCount } from "../../format/count";
import { dayText } from "./day-text";
import styles from "./offer.module.css";

const abilities = [
  { can: "tools", title: "Tools" },
  { can: "structuredOutput", title: "Structured output" },
  { can: "reasoning", title: "Reasoning" },
  { can: "images", title: "Images" },
  { can: "audio", title: "Audio" },
] as const;

const tokens = (count: number): string => (count === 0 ? "unknown" : formatCount(count));

/** How much it takes and gives, and what it can do. */
export const ModelFacts = (props: { readonly model: ModelAnswer }) => (
  <section class={styles.part} aria-label="Abilities">
    <h3>Abilities</h3>
    <dl class={styles.facts}>
      <div>
        <dt>Context, tokens</dt>
        <dd>{tokens(props.model.contextTokens)}</dd>
      </div>
      <div>
        <dt>Output, tokens</dt>
        <dd>{tokens(props.model.outputTokens)}</dd>
      </div>
      <div>
        <dt>Last updated</dt>
        <dd>{dayText(props.model.updatedOn)}</dd>
      </div>
    </dl>
    <ul class={styles.abilities}>
      <For each={abilities}>
        {({ can, title }) => (
          <li class={props.model.can[can] ? undefined : "muted"}>
            <Show when={props.model.can[can]} fallback={<Minus size={14} aria-hidden="true" />}>
              <Check size={14} aria-hidden="true" />
            </Show>
            {props.model.can[can] ? title : `No ${title.toLowerCase()}`}
          </li>
        )}
      </For>
    </ul>
  </section>
);
