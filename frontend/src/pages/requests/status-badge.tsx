import { Badge, type Tone } from "../../components/badge";
import { outcomeWords } from "./filter-fields";
import type { Row } from "./merge-rows";

const tones: Readonly<Record<Row["outcome"], Tone>> = {
  ok: "success",
  error: "danger",
  timeout: "warning",
  cancelled: "neutral",
};

/** How a request ended, in a word and a shape; with the status where it did not end well. */
export const statusText = ({ outcome, status }: Pick<Row, "outcome" | "status">): string =>
  outcome === "ok" ? outcomeWords.ok : `${outcomeWords[outcome]} ${status}`;

export const StatusBadge = (props: { readonly row: Row }) => (
  <Badge tone={tones[props.row.outcome]}>{statusText(props.row)}</Badge>
);
