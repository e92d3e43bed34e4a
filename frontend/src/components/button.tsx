import { A } from "@solidjs/router";
import { createUniqueId, type JSX, Show, splitProps } from "solid-js";
import type { Role } from "../../../core/contract/role";
import { useMayAct } from "../state/use-may-act";
import styles from "./button.module.css";

export type ButtonLook = "plain" | "primary" | "danger" | "dangerous" | "ghost";

type ButtonProps = Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, "disabled" | "style"> & {
  readonly look?: ButtonLook;
  /** Something is under way: it can't be pressed again, and says so. */
  readonly busy?: boolean;
  /** Why it can't be pressed; it stays in the tab order, so that the reason can be read. */
  readonly disabledBecause?: string | undefined;
  /** The least role that may press it. */
  readonly needs?: Role;
};

const lookClass = (look: ButtonLook | undefined): string =>
  look === undefined || look === "plain"
    ? (styles.button ?? "")
    : `${styles.button} ${styles[look]}`;

/** A button; what forbids it is told instead of hidden. */
export const Button = (props: ButtonProps) => {
  const [own, rest] = splitProps(props, [
    "look",
    "busy",
    "disabledBecause",
    "needs",
    "class",
    "children",
    "onClick",
    "type",
  ]);
  const mayAct = useMayAct();
  const why = () => own.disabledBecause ?? (own.needs && mayAct(own.needs));
  const blocked = () => own.busy === true || why() !== undefined;
  const id = createUniqueId();
  return (
    <button
      {...rest}
      type={own.type ?? "button"}
      class={`${lookClass(own.look)} ${own.class ?? ""}`}
      aria-disabled={blocked() ? "true" : undefined}
      aria-busy={own.busy ? "true" : undefined}
      aria-describedby={why() === undefined ? undefined : id}
      onClick={(event) => {
        if (blocked()) event.preventDefault();
        else if (typeof own.onClick === "function") own.onClick(event);
      }}
    >
      <Show when={own.busy}>
        <span class={styles.spinner} aria-hidden="true" />
      </Show>
      {own.children}
      <Show when={why()}>
        {(reason) => (
          <span id={id} class={styles.reason} aria-hidden="true">
            {reason()}
          </span>
        )}
      </Show>
    </button>
  );
};

/** A button that shows a picture alone; its name is read out and shown on hover. */
export const IconButton = (props: Omit<ButtonProps, "aria-label"> & { readonly label: string }) => {
  const [own, rest] = splitProps(props, ["label", "class", "look"]);
  return (
    <Button
      {...rest}
      look={own.look ?? "ghost"}
      class={`${styles.icon} ${own.class ?? ""}`}
      aria-label={own.label}
      title={own.label}
    />
  );
};

/** A link that looks like a button: it leads somewhere, and does nothing else. */
export const LinkButton = (props: {
  readonly href: string;
  readonly look?: ButtonLook;
  readonly children: JSX.Element;
}) => (
  <A href={props.href} class={lookClass(props.look)}>
    {props.children}
  </A>
);
