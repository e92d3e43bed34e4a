import { A, useLocation } from "@solidjs/router";
import Menu from "lucide-solid/icons/menu";
import {
  createEffect,
  createSignal,
  ErrorBoundary,
  For,
  type JSX,
  on,
  onCleanup,
  Show,
  Suspense,
} from "solid-js";
import { Dynamic } from "solid-js/web";
import { Button } from "../components/button";
import { Dialog } from "../components/dialog";
import { SkeletonLines } from "../components/skeleton";
import { EmptyState } from "../components/states";
import { useSession } from "../state/session-context";
import { useWorkspace } from "../state/workspace";
import { barItems, navGroups } from "./nav-items";
import styles from "./shell.module.css";

const NavLinks = () => (
  <For each={navGroups}>
    {(group) => (
      <div class={styles.group}>
        <div class={styles.groupTitle}>{group.title}</div>
        <For each={group.items}>
          {(item) => (
            <A
              href={item.href}
              end={item.href === "/"}
              class={styles.link}
              activeClass={styles.current}
            >
              <Dynamic component={item.icon} size={16} aria-hidden="true" />
              {item.title}
            </A>
          )}
        </For>
      </div>
    )}
  </For>
);

const Foot = () => {
  const { user, organization, role } = useWorkspace();
  const session = useSession();
  return (
    <div class={styles.foot}>
      <div class={styles.who}>
        <strong title={organization().name}>{organization().name}</strong>
        <span class="muted" title={user().email}>
          {user().email}
        </span>
        <span class="muted">{role()}</span>
      </div>
      <Button onClick={() => session.signOut()}>Sign out</Button>
    </div>
  );
};

const BottomBar = () => {
  const [open, setOpen] = createSignal(false);
  return (
    <nav class={styles.bar} aria-label="Main">
      <For each={barItems}>
        {(item) => (
          <A
            href={item.href}
            end={item.href === "/"}
            class={styles.barItem ?? ""}
            activeClass={styles.current}
          >
            <Dynamic component={item.icon} size={20} aria-hidden="true" />
            {item.title}
          </A>
        )}
      </For>
      <button type="button" class={styles.barItem} onClick={() => setOpen(true)}>
        <Menu size={20} aria-hidden="true" />
        More
      </button>
      <Dialog open={open()} onClose={() => setOpen(false)} title="More">
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link that was followed closes the list; Enter is a click as well */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
        <div
          class={styles.more}
          onClick={(event) => {
            if ((event.target as HTMLElement).closest("a")) setOpen(false);
          }}
        >
          <NavLinks />
          <Foot />
        </div>
      </Dialog>
    </nav>
  );
};

/** Whether this browser has a network, as far as it knows. */
const useOnline = () => {
  const [online, setOnline] = createSignal(navigator.onLine);
  const look = () => setOnline(navigator.onLine);
  addEventListener("online", look);
  addEventListener("offline", look);
  onCleanup(() => {
    removeEventListener("online", look);
    removeEventListener("offline", look);
  });
  return online;
};

/** The router takes a link within the page for a way to another one, and leaves the focus. */
const skipToContent = (event: MouseEvent) => {
  event.preventDefault();
  document.getElementById("content")?.focus();
};

/** The frame of every page behind the sign-in. */
export const Shell = (props: { readonly children: JSX.Element }) => {
  const online = useOnline();
  const location = useLocation();
  return (
    <div class={styles.shell}>
      {/* biome-ignore lint/a11y/useValidAnchor: it leads to a part of the page, and needs help for it */}
      <a class={styles.skip} href="#content" onClick={skipToContent}>
        Skip to the page
      </a>
      <nav class={styles.nav} aria-label="Main">
        <A href="/" class={styles.brand} end>
          <img class={styles.mark} src="/icon.svg" alt="" />
          SmashCost
        </A>
        <NavLinks />
        <Foot />
      </nav>
      <div>
        <Show when={!online()}>
          <div class={styles.offline} role="status">
            You are offline. What is shown may be old; it is asked for again once you are back.
          </div>
        </Show>
        <main id="content" class={styles.main} tabindex="-1">
          <ErrorBoundary
            fallback={(_error, reset) => {
              // Another page may work.
              createEffect(on(() => location.pathname, reset, { defer: true }));
              return (
                <EmptyState
                  title="This page failed."
                  actions={<Button onClick={() => reset()}>Try again</Button>}
                >
                  What you entered elsewhere is safe. If it happens again, reload the page.
                </EmptyState>
              );
            }}
          >
            <Suspense fallback={<SkeletonLines lines={8} height={40} />}>{props.children}</Suspense>
          </ErrorBoundary>
        </main>
      </div>
      <BottomBar />
    </div>
  );
};
