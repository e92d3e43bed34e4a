import { createMemo, For, Show } from "solid-js";
import type { ModelAnswer } from "../../../../core/contract/models";
import { Button } from "../../components/button";
import { ChoiceButtons } from "../../components/choice-buttons";
import { Notice } from "../../components/notice";
import { TextField } from "../../components/text-field";
import { createForm } from "../../state/form";
import styles from "./offer.module.css";
import { type PriceBody, priceKinds } from "./price-kinds";
import { RateText, TypicalText } from "./rate-text";
import { inUnit, ownPriceSchema, typedPrice, typicalOf } from "./read-own-price";

const units = [
  { value: "million", label: "USD per million tokens" },
  { value: "thousand", label: "USD per 1K tokens" },
] as const;

const tokensOf = { million: 1_000_000, thousand: 1_000 } as const;

/** A price of the organization's own, beside the one that it replaces. */
export const OwnPriceForm = (props: {
  readonly model: ModelAnswer;
  readonly onSet: (price: PriceBody) => Promise<void>;
  readonly onCancel: () => void;
}) => {
  const form = createForm(
    () => typedPrice(props.model.prices, "million"),
    (typed) => ownPriceSchema.safeParse(typed),
  );
  const choose = (unit: "million" | "thousand") => {
    const converted = inUnit(form.typed, unit);
    form.set("unit", unit);
    for (const { kind } of priceKinds) form.set(kind, converted[kind]);
  };
  const catalog = () => (props.model.overridden ? props.model.replaced : props.model.prices);
  const typical = createMemo(() => {
    const read = ownPriceSchema.safeParse({ ...form.typed });
    return read.success ? String(typicalOf(read.data)) : undefined;
  });
  return (
    <form class={styles.form} onSubmit={form.submit(props.onSet)} aria-label="Your price">
      <ChoiceButtons
        label="Prices are in"
        value={form.typed.unit}
        options={units}
        onChange={choose}
      />
      <div class={styles.rates}>
        <For each={priceKinds}>
          {({ kind, title, otherwise }) => (
            <div>
              <TextField
                name={kind}
                label={otherwise === "" ? title : `${title} (empty: ${otherwise})`}
                prefix="$"
                inputmode="decimal"
                value={form.typed[kind]}
                onInput={(text) => form.set(kind, text)}
                error={form.errors[kind]}
              />
              <span class="muted small">
                replaces{" "}
                <RateText
                  rate={catalog()?.[kind]}
                  tokens={tokensOf[form.typed.unit]}
                  unknown={catalog() === null || otherwise === "" ? "no price" : otherwise}
                />
              </span>
            </div>
          )}
        </For>
      </div>
      <p class="small" role="status">
        Typical (500 in + 200 out):{" "}
        <Show when={typical()} fallback="—">
          {(pico) => <TypicalText pico={pico()} />}
        </Show>{" "}
        instead of <TypicalText pico={props.model.typical} />. It holds for requests of any size,
        from now on; what is recorded keeps its price.
      </p>
      <Show when={form.status.error}>
        {(message) => <Notice tone="danger">{message()}</Notice>}
      </Show>
      <div class={styles.ownActions}>
        <Button type="submit" look="primary" needs="admin" busy={form.status.busy}>
          Set your price
        </Button>
        <Button onClick={() => props.onCancel()}>Cancel</Button>
      </div>
    </form>
  );
};
