import { type BeforeLeaveEventArgs, useBeforeLeave } from "@solidjs/router";
import { createContext, createSignal, type JSX, onCleanup, useContext } from "solid-js";
import { Button } from "../../components/button";
import { Dialog } from "../../components/dialog";

type Touched = () => boolean;

const UnsavedContext = createContext<Set<Touched>>();

/** Has leaving the page warned of, as long as the form was touched and not saved. */
export const useUnsaved = (touched: Touched): void => {
  const forms = useContext(UnsavedContext);
  forms?.add(touched);
  onCleanup(() => forms?.delete(touched));
};

/** Asks before a page is left on which something was typed and not saved. */
export const UnsavedGuard = (props: { readonly children: JSX.Element }) => {
  const forms = new Set<Touched>();
  const [leaving, setLeaving] = createSignal<BeforeLeaveEventArgs>();
  const isUnsaved = () => [...forms].some((touched) => touched());
  useBeforeLeave((leave) => {
    if (!isUnsaved() || leave.defaultPrevented) return;
    leave.preventDefault();
    setLeaving(leave);
  });
  // Closing the tab and loading anew: the browser asks, in words of its own.
  const warn = (event: BeforeUnloadEvent) => {
    if (isUnsaved()) event.preventDefault();
  };
  addEventListener("beforeunload", warn);
  onCleanup(() => removeEventListener("beforeunload", warn));
  const leave = () => {
    const held = leaving();
    setLeaving(undefined);
    held?.retry(true);
  };
  return (
    <UnsavedContext.Provider value={forms}>
      {props.children}
      <Dialog
        open={leaving() !== undefined}
        onClose={() => setLeaving(undefined)}
        title="Leave without saving?"
        description="What you changed on this page is not saved."
        actions={
          <>
            <Button look="danger" onClick={leave}>
              Leave
            </Button>
            <Button look="primary" onClick={() => setLeaving(undefined)}>
              Stay
            </Button>
          </>
        }
      />
    </UnsavedContext.Provider>
  );
};
