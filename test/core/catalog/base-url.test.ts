import { parseBaseUrl } from "../../../core/catalog/base-url";
import { RequestError } from "../../../core/errors";

describe("parseBaseUrl", () => {
  test.each([
    ["https://llm.example.com/v1", "https://llm.example.com/v1"],
    [" https://LLM.Example.com/v1// ", "https://llm.example.com/v1"],
    ["https://llm.example.com", "https://llm.example.com"],
    ["https://llm.example.com:443/v1", "https://llm.example.com/v1"],
    ["HTTPS://llm.example.com:8443/a/b", "https://llm.example.com:8443/a/b"],
    ["https://xn--bcher-kva.example/v1", "https://xn--bcher-kva.example/v1"],
  ])("%s is kept as %s", (text, kept) => expect(parseBaseUrl(text)).toBe(kept));

  test.each([
    ["llm.example.com/v1", "is no address"],
    ["", "is no address"],
    ["https:llm.example.com", "is no address"],
    ["https://llm.example.com\\@evil.example", "is no address"],
    ["http://llm.example.com/v1", "is not HTTPS"],
    ["file:///etc/passwd", "is not HTTPS"],
    ["https://user:secret@llm.example.com", "holds a user name or a password"],
    ["https://llm.example.com/v1?key=1", "has a query or a fragment"],
    ["https://llm.example.com/#", "has a query or a fragment"],
    ["https://llm.example.com:99999", "has a port that there is not"],
    ...[
      "localhost",
      "localhost.",
      "a.localhost",
      "printer.local",
      "metadata.google.internal",
      "instance-data.ec2.internal",
      "metadata",
      "127.0.0.1",
      "127.1",
      "2130706433",
      "0x7f.1",
      "0x7f000001",
      "0177.0.0.1",
      "a.0x7f",
      "8.8.8.8",
      "169.254.169.254",
      "[::1]",
      "[::ffff:10.0.0.1]",
      "[2606:4700::1111]",
      "１２７.０.０.１",
      "%6c%6f%63alhost.com",
      "",
    ].map((host): [string, string] => [
      `https://${host}/v1`,
      "names no host of the public internet",
    ]),
  ] as [string, string][])("%s is refused: it %s", (text, why) => {
    const refusal = (() => {
      try {
        return parseBaseUrl(text);
      } catch (error) {
        return error;
      }
    })();
    expect(refusal).toBeInstanceOf(RequestError);
    expect(refusal).toMatchObject({ status: 400, code: "invalid_base_url", param: "baseUrl" });
    const { message } = refusal as RequestError;
    expect(message).toBe(
      `baseUrl ${why}; use a public HTTPS address such as https://llm.example.com/v1`,
    );
  });
});
