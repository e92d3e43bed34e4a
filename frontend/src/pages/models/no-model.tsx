import { Button } from "../../components/button";
import { EmptyState } from "../../components/states";
import type { Catalog } from "./use-catalog";

/** Filters hide every model. */
export const NoModel = (props: { readonly catalog: Catalog }) => (
  <EmptyState
    title="No model matches."
    actions={<Button onClick={() => props.catalog.clear()}>Clear filters</Button>}
  >
    Search looks at names, ids and providers.
  </EmptyState>
);
