import { RequestError } from "../../core/errors";

/** The same answer for what is not there and for what is not the caller's. */
export const notFound = (what: string): RequestError =>
  new RequestError(404, "not_found", `there is no such ${what} in your organization`);

export const conflict = (code: string, message: string): RequestError =>
  new RequestError(409, code, message);

export const forbidden = (message: string): RequestError =>
  new RequestError(403, "forbidden", message);

export const unauthorized = (): RequestError =>
  new RequestError(401, "unauthorized", "you are not signed in, or no longer; sign in again");

export const lastOwner = (): RequestError =>
  conflict(
    "last_owner",
    "an organization keeps one owner at least; make somebody else an owner first, or delete it",
  );

export const hasOrganization = (): RequestError =>
  conflict("has_organization", "you are in an organization; leave it first");
