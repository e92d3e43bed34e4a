import { A } from "@solidjs/router";
import { Show } from "solid-js";
import type { ModelAnswer } from "../../../../core/contract/models";
import { Badge, type Tone } from "../../components/badge";
import { statusLabels } from "./status-labels";

type Status = ModelAnswer["status"];

const tones: Readonly<Record<Status, Tone>> = {
  enabled: "success",
  off: "neutral",
  "no-credential": "warning",
  unpriced: "warning",
  retired: "neutral",
};

/** Whether the router may choose a model, and where not, why; a missing key leads to where it is added. */
export const ModelStatus = (props: { readonly status: Status }) => (
  <Badge tone={tones[props.status]}>
    <Show when={props.status === "no-credential"} fallback={statusLabels[props.status]}>
      <A href="/credentials">{statusLabels["no-credential"]}</A>
    </Show>
  </Badge>
);
