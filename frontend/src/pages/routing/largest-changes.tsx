import { A } from "@solidjs/router";
import { createMemo, createSignal, Show } from "solid-js";
import { type RoutingMode, routingModes } from "../../../../core/contract/routing-mode";
import { ChoiceButtons } from "../../components/choice-buttons";
import { Money } from "../../components/money";
import { type Column, Table } from "../../components/table";
import { formatCount } from "../../format/count";
import { useWorkspace } from "../../state/workspace";
import type { Simulated } from "./mode-table";
import { modeTexts } from "./mode-texts";
import styles from "./routing.module.css";

type Change = Simulated["changes"][number];

const modelHref = (offer: string) => `/models?offer=${encodeURIComponent(offer)}`;

const columns: readonly Column<Change>[] = [
  {
    id: "from",
    title: "From",
    names: true,
    cell: (change) => <A href={modelHref(change.from)}>{change.from}</A>,
  },
  { id: "to", title: "To", cell: (change) => <A href={modelHref(change.to)}>{change.to}</A> },
  { id: "requests", title: "Requests", end: true, cell: ({ requests }) => formatCount(requests) },
  {
    id: "saves",
    title: "Saves",
    end: true,
    cell: (change) => (
      <>
        <Money pico={change.saves} />
        <Show when={change.saves.startsWith("-")}>
          <span class="muted small"> costs more</span>
        </Show>
      </>
    ),
  },
];

const options = routingModes.map((mode) => ({ value: mode, label: modeTexts[mode].title }));

/** Which models a mode would have taken instead of those that were, where it matters most to the bill. */
export const LargestChanges = (props: {
  readonly answer: Simulated;
  /** The mode that is chosen above, unless another one is looked at here. */
  readonly chosen: RoutingMode | undefined;
}) => {
  const { organization } = useWorkspace();
  const [looked, look] = createSignal<RoutingMode>();
  const mode = () => looked() ?? props.chosen ?? organization().routingMode;
  const rows = createMemo(() => props.answer.changes.filter((change) => change.mode === mode()));
  return (
    <section class={styles.part} aria-label="The largest changes">
      <div class={styles.partHead}>
        <h3>The largest changes</h3>
        <ChoiceButtons label="In mode" value={mode()} options={options} onChange={look} />
      </div>
      <Show
        when={rows().length > 0}
        fallback={
          <p class={`${styles.note} muted`}>
            {modeTexts[mode()].title} would have chosen the same models.
          </p>
        }
      >
        <Table
          caption={`What ${modeTexts[mode()].title} would have chosen instead`}
          columns={columns}
          rows={rows()}
        />
      </Show>
    </section>
  );
};
