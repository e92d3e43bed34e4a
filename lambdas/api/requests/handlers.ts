import type { requestOperations } from "../../../core/contract/requests";
import type { HandlersOf } from "../handler";
import { createStartExport } from "./export";
import { createGetRequest } from "./get";
import { createListRequests } from "./list";
import type { RequestsParts } from "./parts";
import { createTailRequests } from "./tail";

export const createRequestsHandlers = (
  parts: RequestsParts,
): HandlersOf<typeof requestOperations> => ({
  "requests.list": createListRequests(parts),
  "requests.tail": createTailRequests(parts),
  "requests.get": createGetRequest(parts),
  "requests.export": createStartExport(parts),
});
