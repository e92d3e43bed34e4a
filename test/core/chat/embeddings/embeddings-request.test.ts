import { parseEmbeddingsRequest } from "../../../../core/chat/embeddings/embeddings-request";
import { estimateInput } from "../../../../core/chat/embeddings/estimate-input";
import { RequestError } from "../../../../core/errors";

const valid = { model: "text-embedding-3-small", input: "my secret words" };

describe("a request for embeddings", () => {
  test.each([
    { name: "of a text", body: valid, tokens: 4 },
    { name: "of texts", body: { ...valid, input: ["abcd", "abcdefgh"] }, tokens: 3 },
    { name: "of tokens", body: { ...valid, input: [1, 2, 3] }, tokens: 3 },
    { name: "of lists of tokens", body: { ...valid, input: [[1, 2], [3]] }, tokens: 3 },
    {
      name: "with all its fields, and one that nobody knows",
      body: { ...valid, dimensions: 256, encoding_format: "base64", user: "u", brand_new: 1 },
      tokens: 4,
    },
    { name: "with null where a field may be absent", body: { ...valid, user: null }, tokens: 4 },
  ])("$name is accepted, and sized", ({ body, tokens }) => {
    const request = parseEmbeddingsRequest(JSON.stringify(body));
    expect(request).toEqual(body);
    expect(estimateInput(request)).toBe(tokens);
  });

  test.each([
    { name: "without a model", body: { input: "x" }, param: "model" },
    { name: "of nothing", body: { ...valid, input: "" }, param: "input" },
    { name: "of an empty list", body: { ...valid, input: [] }, param: "input" },
    {
      name: "of texts and tokens",
      body: { ...valid, input: ["my secret words", 1] },
      param: "input",
    },
    { name: "in no dimensions", body: { ...valid, dimensions: 0 }, param: "dimensions" },
    {
      name: "in another format",
      body: { ...valid, encoding_format: "hex" },
      param: "encoding_format",
    },
  ])("$name is refused with the field at fault, never quoted", ({ body, param }) => {
    const refused = () => parseEmbeddingsRequest(JSON.stringify(body));
    expect(refused).toThrow(RequestError);
    expect(refused).toThrow(`invalid value for '${param}'`);
    expect(refused).not.toThrow("secret");
  });
});
