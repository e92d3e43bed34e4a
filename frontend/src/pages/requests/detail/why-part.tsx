import { For, Show } from "solid-js";
import { Money } from "../../../components/money";
import { type Column, Table } from "../../../components/table";
import { scoreText } from "../columns";
import styles from "./detail.module.css";
import type { RequestDetail } from "./detail-parts";
import { Section } from "./section";
import { verdictWords } from "./verdict-words";

type Candidate = RequestDetail["candidates"][number];

const columns: readonly Column<Candidate>[] = [
  {
    id: "offer",
    title: "Model",
    names: true,
    cell: (candidate) => (
      <span class={candidate.verdict === "chosen" ? styles.chosen : undefined}>
        {candidate.offer}
      </span>
    ),
  },
  {
    id: "quality",
    title: "Predicted quality",
    end: true,
    cell: (candidate) => scoreText(candidate.quality),
  },
  {
    id: "cost",
    title: "Expected cost",
    end: true,
    cell: (candidate) => <Money pico={candidate.expectedCost} unknown="—" />,
  },
  { id: "verdict", title: "Verdict", cell: (candidate) => verdictWords(candidate.verdict) },
];

/** Why this model answered, who else could have, and who would have in another mode. */
export const WhyPart = (props: { readonly detail: RequestDetail }) => (
  <Section title="Why this model">
    <p class={styles.why}>
      {props.detail.why ?? "No model was chosen: the request ended before that."}
    </p>
    <Show when={props.detail.candidates.length > 0}>
      <Table caption="Candidates" columns={columns} rows={props.detail.candidates} />
    </Show>
    <h4 class={styles.small}>Other modes</h4>
    <dl class={styles.facts}>
      <For each={props.detail.otherModes}>
        {({ mode, choice }) => (
          <>
            <dt>{mode}</dt>
            <dd>{choice ?? <span class="muted">can't be told</span>}</dd>
          </>
        )}
      </For>
    </dl>
  </Section>
);
