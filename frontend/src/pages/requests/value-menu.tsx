import { Popover } from "@kobalte/core/popover";
import { createContext, createSignal, For, type JSX, useContext } from "solid-js";
import styles from "../../components/popover.module.css";
import { type FilterName, filterTitles } from "./filter-fields";
import menu from "./value-menu.module.css";

/** A value that can be filtered by. */
export type Offer = { readonly name: FilterName; readonly value: string; readonly label: string };

type Opened = {
  readonly anchor: HTMLElement;
  readonly offers: readonly Offer[];
  readonly request: string | undefined;
};

/** Opens the menu of a value. */
type OpenMenu = (
  anchor: HTMLElement,
  offers: readonly Offer[],
  request: string | undefined,
) => void;

const MenuContext = createContext<OpenMenu>();

/** A value in a cell: pressed, it offers to filter by it. */
export const Value = (props: {
  readonly offers: readonly Offer[];
  readonly request?: string;
  readonly children: JSX.Element;
}) => {
  const open = useContext(MenuContext);
  return (
    <button
      type="button"
      // Arrows lead there from the row; Tab would go through every cell.
      tabindex="-1"
      class={menu.value}
      aria-haspopup="dialog"
      onClick={(event) => {
        event.stopPropagation();
        open?.(event.currentTarget, props.offers, props.request);
      }}
    >
      {props.children}
    </button>
  );
};

/** One menu for all values within it, beside the one that was pressed. */
export const ValueMenu = (props: {
  readonly onFilter: (offer: Offer) => void;
  readonly onOpenRequest: (id: string) => void;
  readonly onOpenChange: (open: boolean) => void;
  readonly children: JSX.Element;
}) => {
  const [opened, setOpened] = createSignal<Opened>();
  const close = () => {
    setOpened(undefined);
    props.onOpenChange(false);
  };
  const open: OpenMenu = (anchor, offers, request) => {
    setOpened({ anchor, offers, request });
    props.onOpenChange(true);
  };
  return (
    <MenuContext.Provider value={open}>
      {props.children}
      <Popover
        open={opened() !== undefined}
        onOpenChange={(isOpen) => !isOpen && close()}
        anchorRef={() => opened()?.anchor}
        placement="bottom-start"
        gutter={4}
      >
        <Popover.Portal>
          <Popover.Content
            class={`${styles.content} ${menu.menu}`}
            aria-label="This value"
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              opened()?.anchor.focus({ preventScroll: true });
            }}
          >
            <For each={opened()?.offers}>
              {(offer) => (
                <button
                  type="button"
                  class={menu.item}
                  onClick={() => {
                    close();
                    props.onFilter(offer);
                  }}
                >
                  Filter by this
                  <span class={menu.what}>
                    {filterTitles[offer.name]}: {offer.label}
                  </span>
                </button>
              )}
            </For>
            <button
              type="button"
              class={menu.item}
              hidden={opened()?.request === undefined}
              onClick={() => {
                const request = opened()?.request;
                close();
                if (request !== undefined) props.onOpenRequest(request);
              }}
            >
              Open request
            </button>
          </Popover.Content>
        </Popover.Portal>
      </Popover>
    </MenuContext.Provider>
  );
};
