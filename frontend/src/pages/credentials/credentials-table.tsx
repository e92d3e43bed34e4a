import { A } from "@solidjs/router";
import { Show } from "solid-js";
import type { CredentialAnswer } from "../../../../core/contract/credentials";
import { providerLabel } from "../../../../core/contract/provider-label";
import { type Column, Table } from "../../components/table";
import { formatPlural } from "../../format/count";
import { createStableRows } from "../../state/stable-rows";
import { CredentialActions, type CredentialActionsProps } from "./credential-actions";
import { CredentialState } from "./credential-state";
import { orderCredentials } from "./order-credentials";
import { TestCell } from "./test-cell";

const columnsFor = (actions: CredentialActionsProps): readonly Column<CredentialAnswer>[] => [
  {
    id: "provider",
    title: "Provider",
    names: true,
    cell: ({ provider }) => providerLabel(provider),
  },
  {
    id: "state",
    title: "State",
    cell: (credential) => <CredentialState status={credential.status} />,
  },
  {
    id: "last4",
    title: "Key",
    cell: (credential) => (
      <Show when={credential.last4} fallback={<span class="muted">—</span>}>
        {(last4) => <span class="mono">…{last4()}</span>}
      </Show>
    ),
  },
  {
    id: "models",
    title: "Models",
    cell: (credential) => (
      <A href={`/models?provider=${credential.provider}`}>
        {formatPlural(credential.models, "model")}
      </A>
    ),
  },
  {
    id: "tested",
    title: "Tested",
    cell: (credential) => <TestCell tested={credential.tested} />,
  },
  {
    id: "actions",
    title: "Actions",
    untitled: true,
    end: true,
    cell: (credential) => <CredentialActions credential={credential} {...actions} />,
  },
];

/** The stored credentials, failing ones first. */
export const CredentialsTable = (
  props: CredentialActionsProps & { readonly credentials: readonly CredentialAnswer[] },
) => {
  const rows = createStableRows(() => orderCredentials(props.credentials), "provider");
  const columns = columnsFor({
    onReplace: (credential) => props.onReplace(credential),
    onRemove: (credential) => props.onRemove(credential),
  });
  return <Table caption="Provider credentials" columns={columns} rows={rows()} />;
};
