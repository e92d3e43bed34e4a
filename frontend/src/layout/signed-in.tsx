import { Navigate, useLocation } from "@solidjs/router";
import { type JSX, lazy, Match, Show, Suspense, Switch } from "solid-js";
import { getMe } from "../../../core/contract/me";
import { useOperation } from "../api/use-operation";
import { SkeletonLines } from "../components/skeleton";
import { ErrorState } from "../components/states";
import { useSession } from "../state/session-context";
import { WorkspaceProvider } from "../state/workspace";
import { Shell } from "./shell";

const FirstOrganization = lazy(() =>
  import("../pages/account/first-organization").then(({ FirstOrganization: page }) => ({
    default: page,
  })),
);
const SignInAgain = lazy(() =>
  import("../pages/account/sign-in-again").then(({ SignInAgain: page }) => ({ default: page })),
);

const Waiting = () => (
  <main aria-busy="true">
    <span class="visually-hidden" role="status">
      Loading…
    </span>
    <SkeletonLines lines={3} height={32} />
  </main>
);

/** Lets in who is signed in and has an organization; others are shown where to go. */
const Workspace = (props: { readonly children: JSX.Element }) => {
  const me = useOperation(getMe);
  return (
    <Switch fallback={<Waiting />}>
      <Match when={me.data?.membership && me.data}>
        {(known) => (
          <Show when={known().membership}>
            {(membership) => (
              <WorkspaceProvider user={known().user} membership={membership()}>
                <Shell>{props.children}</Shell>
              </WorkspaceProvider>
            )}
          </Show>
        )}
      </Match>
      <Match when={me.data}>
        {(known) => (
          <Suspense fallback={<Waiting />}>
            <FirstOrganization email={known().user.email} />
          </Suspense>
        )}
      </Match>
      <Match when={me.error}>
        {(error) => <ErrorState what="your account" error={error()} onRetry={() => me.refetch()} />}
      </Match>
    </Switch>
  );
};

/** Pages behind the sign-in. A session that ends leaves the page, and asks for the password over it. */
export const SignedIn = (props: { readonly children?: JSX.Element }) => {
  const session = useSession();
  const location = useLocation();
  const wanted = () => encodeURIComponent(`${location.pathname}${location.search}`);
  return (
    <Switch fallback={<Waiting />}>
      <Match when={session.state() === "signed-in" || session.state() === "expired"}>
        <Workspace>{props.children}</Workspace>
        <Show when={session.state() === "expired"}>
          <Suspense>
            <SignInAgain />
          </Suspense>
        </Show>
      </Match>
      <Match when={session.state() === "signed-out"}>
        <Navigate href={location.pathname === "/" ? "/sign-in" : `/sign-in?next=${wanted()}`} />
      </Match>
    </Switch>
  );
};
