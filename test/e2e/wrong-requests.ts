/** Stands in every prompt: no error may hold it. */
export const marker = "zebra-crossing-7781";
/** What a wrong request is a variant of. */
export const good = {
  model: "gpt-4o",
  messages: [{ role: "user", content: `Say hello to the ${marker}.` }],
};

/** A request that is wrong in one way; what is left out is as in a good one. */
export type Wrong = {
  readonly name: string;
  readonly method?: string;
  readonly path?: string;
  /** Given the good key. */
  readonly key?: (key: string) => string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly status: number;
  readonly code: string;
  readonly param?: string | null;
  /** What the message must say: what was wrong, and the way out. */
  readonly says: RegExp;
};

export const but = (fields: Readonly<Record<string, unknown>>) =>
  JSON.stringify({ ...good, ...fields });

const flipped = (key: string) => {
  const at = key.length - 12;
  return key.slice(0, at) + (key[at] === "a" ? "b" : "a") + key.slice(at + 1);
};

export const tags = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`X-SmashCost-Tag-T${n}`, "x"]));

const unauthorized = { status: 401, code: "invalid_api_key" };
const invalid = { status: 400, code: "invalid_value" };

/** Every way to be wrong that has an answer of its own. */
export const wrongRequests: readonly Wrong[] = [
  {
    name: "no key",
    key: () => undefined,
    ...unauthorized,
    says: /no API key was sent; send a SmashCost key/,
  },
  { name: "another service's key", key: () => "sk-proj-123", ...unauthorized, says: /begin with/ },
  { name: "a key with a typo", key: flipped, ...unauthorized, says: /has a typo/ },
  { name: "a key cut short", key: (key) => key.slice(0, -1), ...unauthorized, says: /used whole/ },
  {
    name: "malformed JSON",
    body: `{"model":"gpt-4o","messages":[{"role":"user","content":"${marker}`,
    status: 400,
    code: "invalid_json",
    says: /not valid JSON; send a JSON object with model and messages/,
  },
  { name: "an empty body", body: "", status: 400, code: "empty_body", says: /no body; send/ },
  { name: "a JSON array", body: `["${marker}"]`, ...invalid, says: /the request body.*object/ },
  {
    name: "no messages",
    body: but({ messages: undefined }),
    ...invalid,
    param: "messages",
    says: /'messages'.*array/,
  },
  {
    name: "no message among messages",
    body: but({ messages: [] }),
    ...invalid,
    param: "messages",
    says: /'messages'.*>=1/,
  },
  {
    name: "no model",
    body: but({ model: undefined }),
    ...invalid,
    param: "model",
    says: /'model'.*string/,
  },
  {
    name: "a model that is a number",
    body: but({ model: 4 }),
    ...invalid,
    param: "model",
    says: /string/,
  },
  { name: "n of 0", body: but({ n: 0 }), ...invalid, param: "n", says: /'n'.*>0/ },
  {
    name: "a temperature of 3",
    body: but({ temperature: 3 }),
    ...invalid,
    param: "temperature",
    says: /'temperature'.*<=2/,
  },
  {
    name: "stream as a text",
    body: but({ stream: "true" }),
    ...invalid,
    param: "stream",
    says: /'stream'.*boolean/,
  },
  {
    name: "max_tokens as a text",
    body: but({ max_tokens: "5" }),
    ...invalid,
    param: "max_tokens",
    says: /number/,
  },
  {
    name: "a message whose content is a number",
    body: but({ messages: [...good.messages, { role: "user", content: 7 }] }),
    ...invalid,
    param: "messages[1].content",
    says: /messages\[1\]\.content/,
  },
  {
    name: "a message without a role",
    body: but({ messages: [{ content: marker }] }),
    ...invalid,
    param: "messages[0].role",
    says: /messages\[0\]\.role/,
  },
  {
    name: "a response format that is none",
    body: but({ response_format: { type: "yaml" } }),
    ...invalid,
    param: "response_format.type",
    says: /response_format\.type/,
  },
  {
    name: "a body that is no UTF-8",
    body: new Uint8Array([...Buffer.from('{"model":"gpt-4o","x":"'), 0xff, 0xfe, 0x22, 0x7d]),
    status: 400,
    code: "invalid_encoding",
    says: /not UTF-8; send JSON in UTF-8/,
  },
  {
    name: "a model that nobody offers",
    body: but({ model: "gpt-99-ultra" }),
    status: 404,
    code: "model_not_found",
    param: "model",
    says: /"gpt-99-ultra" is not in the catalog;.*write provider\/model/,
  },
  {
    name: "a body of 7 MB",
    body: but({ messages: [{ role: "user", content: marker.repeat(370_000) }] }),
    status: 413,
    code: "request_too_large",
    says: /larger than 6 MB; send less history/,
  },
  {
    name: "a tag of 10 kB",
    headers: { "X-SmashCost-Tag-Customer": marker.repeat(540) },
    status: 400,
    code: "invalid_tag",
    param: "x-smashcost-tag-customer",
    says: /is 10260 characters long; use at most 128/,
  },
  {
    name: "eleven tags",
    headers: tags(11),
    status: 400,
    code: "invalid_tag",
    param: "x-smashcost-tag-*",
    says: /is sent 11 times; use at most 10 tags/,
  },
  {
    name: "a tag without a name",
    headers: { "X-SmashCost-Tag-": "acme" },
    status: 400,
    code: "invalid_tag",
    param: "x-smashcost-tag-",
    says: /names a tag of 0 characters; use 1 to 128/,
  },
  {
    name: "a routing mode that is none",
    headers: { "X-SmashCost-Routing": "cheapest" },
    status: 400,
    code: "invalid_routing_mode",
    param: "x-smashcost-routing",
    says: /says 'cheapest'; use one of off, quality, balanced, cost/,
  },
  {
    name: "GET in POST's place",
    method: "GET",
    status: 405,
    code: "method_not_allowed",
    says: /takes POST, not GET/,
  },
  {
    name: "POST to the models",
    path: "/models",
    status: 405,
    code: "method_not_allowed",
    says: /takes GET, not POST/,
  },
  {
    name: "an unknown path",
    path: "/completions",
    status: 404,
    code: "unknown_url",
    says: /nothing is served at POST \/v1\/completions; the gateway serves/,
  },
  {
    name: "an unknown model's page",
    method: "GET",
    path: "/models/nope",
    status: 404,
    code: "model_not_found",
    param: "model",
    says: /'nope' is not among those you can call; see GET/,
  },
  {
    name: "a model's name badly escaped",
    method: "GET",
    path: "/models/%E0%A4%A",
    status: 404,
    code: "model_not_found",
    param: "model",
    says: /is not among those you can call/,
  },
];
