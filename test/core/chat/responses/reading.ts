import type { CallerRequest } from "../../../../core/chat/caller-dialect";
import { responsesDialect } from "../../../../core/chat/responses/dialect";
import { RequestError } from "../../../../core/errors";

export const valid = { model: "gpt-5", input: "my secret words" };

export const read = (body: object): CallerRequest => responsesDialect.read(JSON.stringify(body));

export const neutralOf = (more: object) => read({ ...valid, ...more }).neutral();

export const refusal = (text: string): RequestError => {
  try {
    responsesDialect.read(text);
  } catch (error) {
    if (error instanceof RequestError) return error;
    throw error;
  }
  throw new Error("the body was accepted");
};
