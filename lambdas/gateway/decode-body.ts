import { RequestError } from "../../core/errors";
import { maxBodyBytes } from "./exchange";

const decoder = new TextDecoder("utf-8", { fatal: true });

/** @throws RequestError 413 over the limit, 400 where the bytes are no UTF-8. */
export const decodeBody = (body: Uint8Array): string => {
  if (body.byteLength > maxBodyBytes) throw bodyTooLarge();
  try {
    return decoder.decode(body);
  } catch {
    throw new RequestError(
      400,
      "invalid_encoding",
      "the request body is not UTF-8; send JSON in UTF-8",
    );
  }
};

const bodyTooLarge = (): RequestError =>
  new RequestError(
    413,
    "request_too_large",
    `the request body is larger than ${maxBodyBytes / 1024 / 1024} MB; send less history, or link images instead of embedding them`,
    { mayRetry: false },
  );
