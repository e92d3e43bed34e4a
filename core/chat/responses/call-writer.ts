import type { ItemPlace, ItemStatus, ItemWriter, OutputItem } from "./output-item";

export type CallWriter = ItemWriter & { add(text: string): void };

/** A call of one of the caller's functions, its arguments piece by piece. */
export const createCallWriter = (
  { id, index, emit }: ItemPlace,
  call: { readonly id: string; readonly name: string },
): CallWriter => {
  let text = "";
  let status: ItemStatus = "in_progress";
  const place = { item_id: id, output_index: index };
  const item = (): OutputItem => ({
    type: "function_call",
    id,
    status,
    call_id: call.id,
    name: call.name,
    arguments: text,
  });

  emit("response.output_item.added", { output_index: index, item: item() });
  return {
    item,
    add(delta) {
      if (delta === "") return;
      text += delta;
      emit("response.function_call_arguments.delta", { ...place, delta });
    },
    close(closing) {
      if (status !== "in_progress") return;
      status = closing;
      const { name } = call;
      emit("response.function_call_arguments.done", { ...place, name, arguments: text });
      emit("response.output_item.done", { output_index: index, item: item() });
    },
  };
};
