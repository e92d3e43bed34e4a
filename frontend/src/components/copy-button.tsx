import Check from "lucide-solid/icons/check";
import Copy from "lucide-solid/icons/copy";
import { createSignal, onCleanup, Show } from "solid-js";
import { Button, type ButtonLook } from "./button";

const thanksMs = 2_000;

/** Puts text on the clipboard and says so. */
export const CopyButton = (props: {
  readonly text: string;
  /** @default "Copy" */
  readonly label?: string;
  readonly look?: ButtonLook;
  readonly onCopied?: () => void;
}) => {
  const [said, setSaid] = createSignal<"copied" | "failed">();
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.text);
      setSaid("copied");
      props.onCopied?.();
    } catch {
      setSaid("failed");
    }
    clearTimeout(timer);
    timer = setTimeout(() => setSaid(undefined), thanksMs);
  };
  const words = () => {
    if (said() === "copied") return "Copied";
    return said() === "failed" ? "Select and copy by hand" : (props.label ?? "Copy");
  };
  return (
    <Button look={props.look ?? "plain"} onClick={() => void copy()}>
      <Show when={said() === "copied"} fallback={<Copy size={16} aria-hidden="true" />}>
        <Check size={16} aria-hidden="true" />
      </Show>
      <span aria-live="polite">{words()}</span>
    </Button>
  );
};
