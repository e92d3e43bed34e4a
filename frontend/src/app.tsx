import { Route, Router } from "@solidjs/router";
import { QueryClientProvider } from "@tanstack/solid-query";
import { For, onMount, Suspense } from "solid-js";
import { createQueryClient } from "./api/query-client";
import { ToastRegion } from "./components/toast";
import { SignedIn } from "./layout/signed-in";
import { publicPages, workspacePages } from "./pages/pages";
import { createSession } from "./state/session";
import { SessionProvider } from "./state/session-context";

/** The dashboard: who is signed in, what was asked, and which page the URL names. */
export const App = () => {
  const session = createSession(() => Date.now());
  const client = createQueryClient();
  onMount(() => void session.start().catch(() => undefined));
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
