import { RequestError } from "../../../core/errors";
import { requestTime } from "../../../core/usage/request-time";

export const noCursor = (field: string): RequestError =>
  new RequestError(
    400,
    "invalid_input",
    `${field} is no cursor of ours; give back that of the answer before`,
    { param: field },
  );

/** @throws RequestError 400 where a page can't begin there. */
export const checkCursor = (cursor: string): void => {
  if (requestTime(cursor) === undefined) throw noCursor("query.cursor");
};
