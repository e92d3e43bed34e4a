import { Navigate, useLocation } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import {
  createComputed,
  createMemo,
  type JSX,
  lazy,
  Match,
  on,
  Show,
  Suspense,
  Switch,
} from "solid-js";
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

/** While it is found out who is signed in. */
export const Waiting = () => (
  <main aria-busy="true">
    <span class="visually-hidden" role="status">
      Loading…
    </span>
    <SkeletonLines lines={3} height={32} />
  </main>
);

/** It can't be found out who is signed in, or what they may see. */
const Unknown = (props: { readonly error: Error; readonly onRetry: () => void }) => (
  <main>
    <ErrorState what="your account" error={props.error} onRetry={props.onRetry} />
  </main>
);

/** Lets in who has an organization; others are shown where to go. */
const Workspace = (props: { readonly children: JSX.Element }) => {
  const me = useOperation(getMe);
  const client = useQueryClient();
  // Compared by its value: who merely asks again is no other organization.
  const organization = createMemo(() => me.data?.membership?.organization.id);
  // Before any page of the next organization looks for what was answered about the last one.
  createComputed(
    on(organization, (_, before) => {
      if (before === undefined) return;
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== getMe.id });
    }),
  );
  return (
    <Switch fallback={<Waiting />}>
      <Match when={organization()} keyed>
        <Show when={me.data?.membership && me.data}>
          {(known) => (
            <Show when={known().membership}>
              {(membership) => (
                <WorkspaceProvider user={known().user} membership={membership()}>
                  <Shell>{props.children}</Shell>
                </WorkspaceProvider>
              )}
            </Show>
          )}
        </Show>
      </Match>
      <Match when={me.data}>
        {(known) => (
          <Suspense fallback={<Waiting />}>
            <FirstOrganization email={known().user.email} />
          </Suspense>
        )}
      </Match>
      <Match when={me.error}>
        {(error) => <Unknown error={error()} onRetry={() => me.refetch()} />}
      </Match>
    </Switch>
  );
};

/** Pages behind the sign-in. A session that ends leaves the page, and asks for the password over it. */
export const SignedIn = (props: { readonly children?: JSX.Element }) => {
  const session = useSession();
  const location = useLocation();
  const wanted = () => `${location.pathname}${location.search}`;
  const signInHref = () =>
    wanted() === "/" || !session.returns()
      ? "/sign-in"
      : `/sign-in?next=${encodeURIComponent(wanted())}`;
  return (
    <Switch fallback={<Waiting />}>
      <Match when={session.state() === "signed-out"}>
        <Navigate href={signInHref()} />
      </Match>
      {/* Nothing of one user's page is there for the next. */}
      <Match when={session.state() !== "unknown" && session.who()?.id} keyed>
        <Workspace>{props.children}</Workspace>
        <Show when={session.state() === "expired"}>
          <Suspense>
            <SignInAgain />
          </Suspense>
        </Show>
      </Match>
      <Match when={session.trouble()}>
        {(trouble) => <Unknown error={trouble()} onRetry={() => void session.start()} />}
      </Match>
    </Switch>
  );
};
