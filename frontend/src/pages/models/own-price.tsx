import { createSignal, Show } from "solid-js";
import type { ModelAnswer } from "../../../../core/contract/models";
import { Button } from "../../components/button";
import { say } from "../../components/toast";
import styles from "./offer.module.css";
import { OwnPriceForm } from "./own-price-form";
import { useOwnPrice } from "./use-own-price";

/** The way to a price of one's own, for contracts that the catalog does not know, and back. */
export const OwnPrice = (props: { readonly model: ModelAnswer }) => {
  const [editing, setEditing] = createSignal(false);
  const own = useOwnPrice();
  const revert = async () => {
    try {
      await own.set(props.model, null);
    } catch (error) {
      say(`Couldn't go back: ${error instanceof Error ? error.message : "it failed"}`);
    }
  };
  return (
    <Show
      when={editing()}
      fallback={
        <div class={styles.ownActions}>
          <Button needs="admin" onClick={() => setEditing(true)}>
            {props.model.overridden ? "Change your price" : "Set a price of your own"}
          </Button>
          <Show when={props.model.overridden}>
            <Button needs="admin" busy={own.busy()} onClick={() => void revert()}>
              {props.model.replaced ? "Go back to the catalog's price" : "Take your price away"}
            </Button>
          </Show>
        </div>
      }
    >
      <OwnPriceForm
        model={props.model}
        onSet={async (price) => {
          await own.set(props.model, price);
          setEditing(false);
        }}
        onCancel={() => setEditing(false)}
      />
    </Show>
  );
};
