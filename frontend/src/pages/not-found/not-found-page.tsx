import { LinkButton } from "../../components/button";
import { Page } from "../../components/page";
import { EmptyState } from "../../components/states";

/** No page has this address. */
export const NotFoundPage = () => (
  <main>
    <Page title="Not found" narrow>
      <EmptyState
        title="There is no page here."
        actions={<LinkButton href="/">Overview</LinkButton>}
      >
        The address may be mistyped, or what it named is gone.
      </EmptyState>
    </Page>
  </main>
);
