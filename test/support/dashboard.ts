import type { ErrorBody } from "../../core/contract/error-body";
import type { AnswerOf, Operation, SentOf } from "../../core/contract/operation";

/** What a call of the dashboard's API came to. */
export type Answered<Answer> = {
  readonly status: number;
  /** Of success; undefined where there is none. */
  readonly body: Answer;
  /** Of a refusal. */
  readonly error?: ErrorBody["error"];
};

type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

const pathOf = (operation: Operation, params: Fields): string =>
  operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent([params[name] ?? ""].flat().join()),
  );

const queryOf = (query: Fields): string => {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().flatMap((one) => (one === undefined ? [] : [[name, one]])),
  );
  return pairs.length === 0
    ? ""
    : `?${new URLSearchParams(pairs as [string, string][]).toString()}`;
};

/** Calls the dashboard's API as its pages do. @param token - an access token; absent: nobody's. */
export const dashboardClient =
  (url: string, token?: string) =>
  async <O extends Operation>(
    operation: O,
    sent: Partial<SentOf<O>> = {},
  ): Promise<Answered<AnswerOf<O>>> => {
    const { params = {}, query = {}, body } = sent;
    const path = pathOf(operation, params);
    const response = await fetch(`${url}${path}${queryOf(query)}`, {
      method: operation.method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json: unknown = text === "" ? undefined : JSON.parse(text);
    const { status } = response;
    return {
      status,
      body: json as never,
      ...(!response.ok && { error: (json as ErrorBody | undefined)?.error }),
    };
  };
