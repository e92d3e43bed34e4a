import { EmulatorError } from "../emulator-error";

/** A request's JSON body, an empty one as `{}`; throws `SerializationException`. */
export const parseJson = (body: string): unknown => {
  if (body === "") return {};
  try {
    return JSON.parse(body);
  } catch {
    throw new EmulatorError("SerializationException", "the request body is not JSON");
  }
};
