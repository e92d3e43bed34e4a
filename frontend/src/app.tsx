import { Route, Router } from "@solidjs/router";
import { QueryClientProvider } from "@tanstack/solid-query";
import { For, onCleanup, onMount, Suspense } from "solid-js";
import { createQueryClient } from "./api/query-client";
import { ToastRegion } from "./components/toast";
import { SignedIn } from "./layout/signed-in";
import { publicPages, workspacePages } from "./pages/pages";
import { createKeptSession } from "./state/kept-session";
import { createSignInOpener } from "./state/open-sign-in";
import { createSession } from "./state/session";
import { SessionProvider } from "./state/session-context";

/** The dashboard: who is signed in, what was asked, and which page the URL names. */
export const App = () => {
  const client = createQueryClient();
  const session = createSession({
    now: () => Date.now(),
    kept: createKeptSession(localStorage, window),
    open: createSignInOpener(),
    forgetAnswers: () => client.clear(),
    askAgain: () => void client.invalidateQueries(),
  });
  const tryAgain = () => {
    if (session.trouble()) void session.start();
  };
  onMount(() => void session.start());
  addEventListener("online", tryAgain);
  onCleanup(() => removeEventListener("online", tryAgain));
  return (
    <SessionProvider session={session}>
      <QueryClientProvider client={client}>
        <Router root={(props) => <Suspense>{props.children}</Suspense>}>
          <Route component={SignedIn}>
            <For each={workspacePages}>
              {(page) => <Route path={page.path} component={page.component} />}
            </For>
          </Route>
          <For each={publicPages}>
            {(page) => <Route path={page.path} component={page.component} />}
          </For>
        </Router>
        <ToastRegion />
      </QueryClientProvider>
    </SessionProvider>
  );
};
