import { RequestError } from "../../errors";
import { isOwnId } from "./own-id";
import type { ResponsesRequest } from "./response-request";

const refusal = (code: string, param: string): RequestError =>
  new RequestError(
    400,
    code,
    `'${param}' names an answer that was translated and is stored nowhere; send the earlier items themselves, as with store: false`,
    { param },
  );

/**
 * Refuses what points at an answer of the gateway's own making: no provider has it. The codes are
 * those that OpenAI gives for ids that it does not know.
 *
 * @throws RequestError 400
 */
export const refuseUnstored = ({ previous_response_id, input }: ResponsesRequest): void => {
  if (isOwnId(previous_response_id)) {
    throw refusal("previous_response_not_found", "previous_response_id");
  }
  if (!Array.isArray(input)) return;
  for (const [at, item] of input.entries()) {
    // A message may leave out its type, and bring its id along with all it says.
    const isReference = item.type === "item_reference" || (item.type == null && !("role" in item));
    if (isReference && isOwnId(item.id)) throw refusal("item_not_found", `input[${at}].id`);
  }
};
