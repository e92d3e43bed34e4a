import { Match, Switch } from "solid-js";
import type { KeyAnswer } from "../../../../core/contract/keys";
import { Button } from "../../components/button";
import { EmptyState, NoMatch } from "../../components/states";
import { Table } from "../../components/table";
import { createStableRows } from "../../state/stable-rows";
import { type KeyActions, keyColumns } from "./key-columns";
import { type KeyView, keysIn } from "./key-status";

/** The keys of a view, in the API's order; what to do where there are none. */
export const KeysList = (
  props: KeyActions & {
    readonly keys: readonly KeyAnswer[];
    readonly view: KeyView;
    readonly onCreate: () => void;
    readonly onShowAll: () => void;
  },
) => {
  const rows = createStableRows(() => keysIn(props.view, props.keys), "id");
  const columns = keyColumns({
    onEdit: (key) => props.onEdit(key),
    onRevoke: (key) => props.onRevoke(key),
  });
  const create = () => (
    <Button look="primary" needs="member" onClick={() => props.onCreate()}>
      Create key
    </Button>
  );
  return (
    <Switch fallback={<Table caption="API keys" columns={columns} rows={rows()} />}>
      <Match when={props.keys.length === 0}>
        <EmptyState title="No keys yet. Create one for dev" actions={create()} />
      </Match>
      <Match when={rows().length === 0 && props.view === "active"}>
        <EmptyState
          title="No live keys"
          actions={
            <>
              <Button onClick={() => props.onShowAll()}>Show all keys</Button>
              {create()}
            </>
          }
        />
      </Match>
      <Match when={rows().length === 0}>
        <NoMatch onClear={() => props.onShowAll()} />
      </Match>
    </Switch>
  );
};
