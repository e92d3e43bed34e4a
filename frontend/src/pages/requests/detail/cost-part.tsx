import { Show } from "solid-js";
import { Money } from "../../../components/money";
import { Notice } from "../../../components/notice";
import { type Column, Table } from "../../../components/table";
import { formatCount } from "../../../format/count";
import { bucketWords, ratePico, rateUnit } from "./bucket-words";
import styles from "./detail.module.css";
import type { RequestDetail } from "./detail-parts";
import { Section } from "./section";

type Line = RequestDetail["cost"]["lines"][number];

const columnsOf = (severalOffers: boolean): readonly Column<Line>[] => [
  {
    id: "bucket",
    title: "Tokens",
    names: true,
    cell: (line) => (
      <>
        {bucketWords(line.bucket)}
        <Show when={severalOffers}>
          <span class="muted"> {line.offer}</span>
        </Show>
      </>
    ),
  },
  { id: "count", title: "Count", end: true, cell: (line) => formatCount(line.count) },
  {
    id: "rate",
    title: "Price",
    end: true,
    cell: (line) => (
      <Show when={line.rate} fallback={line.rate === 0 ? "free" : "unpriced"}>
        {(known) => (
          <>
            <Money pico={ratePico(known())} /> <span class="muted">{rateUnit(line.bucket)}</span>
          </>
        )}
      </Show>
    ),
  },
  { id: "cost", title: "Cost", end: true, cell: (line) => <Money pico={line.cost} /> },
];

/** What was saved, with the sum that says so. */
const SavedLine = (props: { readonly detail: RequestDetail }) => {
  const { detail } = props;
  return (
    <Show
      when={detail.row.saved}
      fallback={
        <dd>
          — <span class="muted">no model was named to compare with</span>
        </dd>
      }
    >
      {(saved) => (
        <dd>
          <Money pico={saved()} />
          <span class="muted">
            {" = "}
            <Money pico={detail.cost.referenceCost} /> − <Money pico={detail.row.cost} />
            <Show when={saved().startsWith("-")}> (cost more)</Show>
          </span>
        </dd>
      )}
    </Show>
  );
};

const counted: Readonly<Record<RequestDetail["cost"]["tokensFrom"], string | undefined>> = {
  provider: undefined,
  estimate: "Tokens are an estimate: the stream broke off before the provider counted them.",
  none: "No tokens were counted.",
};

/** Each kind of token times its price, their sum, and what the model asked for would have cost. */
export const CostPart = (props: { readonly detail: RequestDetail }) => {
  const offers = () => new Set(props.detail.cost.lines.map(({ offer }) => offer)).size;
  return (
    <Section title="Cost">
      <Show when={props.detail.cost.lines.length > 0}>
        <Table
          caption="Cost by kind of token"
          columns={columnsOf(offers() > 1)}
          rows={props.detail.cost.lines}
        />
      </Show>
      <Show when={counted[props.detail.cost.tokensFrom]}>
        {(words) => <Notice>{words()}</Notice>}
      </Show>
      <dl class={styles.facts}>
        <dt>Sum</dt>
        <dd>
          <strong>
            <Money pico={props.detail.row.cost} />
          </strong>
          <Show when={props.detail.cost.serviceTier}>
            {(tier) => <span class="muted"> at the tier {tier()}</span>}
          </Show>
        </dd>
        <dt>Reference</dt>
        <dd>
          <Money pico={props.detail.cost.referenceCost} unknown="—" />
          <Show when={props.detail.reference}>
            {(reference) => <span class="muted"> {reference()} for the same tokens</span>}
          </Show>
        </dd>
        <dt>Saved</dt>
        <SavedLine detail={props.detail} />
      </dl>
    </Section>
  );
};
