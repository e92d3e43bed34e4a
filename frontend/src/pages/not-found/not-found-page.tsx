import { useLocation } from "@solidjs/router";
import { Match, Switch } from "solid-js";
import { LinkButton } from "../../components/button";
import { Page } from "../../components/page";
import { EmptyState } from "../../components/states";
import { SignedIn, Waiting } from "../../layout/signed-in";
import { useSession } from "../../state/session-context";

const NoPage = () => {
  const location = useLocation();
  return (
    <Page title="Not found" narrow>
      <EmptyState
        title="There is no page here."
        actions={<LinkButton href="/">Overview</LinkButton>}
      >
        {/* Cut: an address can be as long as whoever wrote it liked. */}
        Nothing has the address {location.pathname.slice(0, 80)}. It may be mistyped, or what it
        named is gone.
      </EmptyState>
    </Page>
  );
};

/** No page has this address: said within the frame to whoever is signed in. */
export const NotFoundPage = () => {
  const session = useSession();
  return (
    <Switch
      fallback={
        <main>
          <NoPage />
        </main>
      }
    >
      <Match when={session.state() === "signed-in" || session.state() === "expired"}>
        <SignedIn>
          <NoPage />
        </SignedIn>
      </Match>
      <Match when={session.state() === "unknown" && !session.trouble()}>
        <Waiting />
      </Match>
    </Switch>
  );
};
