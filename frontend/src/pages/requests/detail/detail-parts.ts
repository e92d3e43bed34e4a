import type { AnswerOf } from "../../../../../core/contract/operation";
import type { getRequest } from "../../../../../core/contract/requests";

/** All that is known of one request. */
export type RequestDetail = AnswerOf<typeof getRequest>;
