import { credentialFields, parseCredential } from "../../../core/catalog/credential-fields";
import { type ProviderId, providerIds } from "../../../core/catalog/provider-id";
import { RequestError } from "../../../core/errors";

const secret = "sk-very-secret";

describe("parseCredential", () => {
  test.each<[ProviderId, Record<string, unknown>, unknown]>([
    ["openai", { key: ` ${secret}\n` }, { key: secret }],
    ["bedrock", {}, {}],
    ["bedrock", { region: "us-gov-west-1" }, { settings: { region: "us-gov-west-1" } }],
    ["bedrock", { key: "", region: "eu-central-1" }, { settings: { region: "eu-central-1" } }],
    [
      "azure",
      { key: secret, resource: "acme-eu" },
      { key: secret, settings: { resource: "acme-eu" } },
    ],
    [
      "azure",
      { key: secret, resource: "acme", deployments: { "gpt-4o": "chat" } },
      { key: secret, settings: { resource: "acme", deployments: { "gpt-4o": "chat" } } },
    ],
    [
      "custom",
      { baseUrl: "https://llm.example.com/v1/" },
      { settings: { baseUrl: "https://llm.example.com/v1" } },
    ],
  ])("%s takes %j", (provider, fields, parsed) => {
    expect(parseCredential(provider, fields)).toEqual(parsed);
  });

  test.each<[ProviderId, Record<string, unknown>, string, string]>([
    ["openai", {}, "key", "openai needs key; it takes key"],
    ["openai", { key: "" }, "key", "openai needs key; it takes key"],
    [
      "openai",
      { key: "   " },
      "key",
      "key is no key; paste it as the provider shows it, in one line",
    ],
    [
      "openai",
      { key: `${secret}\nmore` },
      "key",
      "key is no key; paste it as the provider shows it, in one line",
    ],
    ["openai", { key: 7 }, "key", "key is no text"],
    [
      "openai",
      { key: secret, region: "us-east-1" },
      "region",
      "openai takes no field 'region'; it takes key",
    ],
    [
      "bedrock",
      { region: "us-east-1.evil.example" },
      "region",
      "region is no AWS region; use one such as us-east-1",
    ],
    [
      "azure",
      { key: secret },
      "resource",
      "azure needs resource; it takes key, resource, deployments",
    ],
    [
      "azure",
      { key: secret, resource: "evil.example/x" },
      "resource",
      "resource is no name of an Azure OpenAI resource; use the NAME of https://NAME.openai.azure.com",
    ],
    [
      "azure",
      { key: secret, resource: "acme", deployments: { "gpt-4o": "../x" } },
      "deployments",
      `deployments has to name a deployment for each of up to 200 models, such as {"gpt-4o": "chat"}`,
    ],
    ["custom", { key: secret }, "baseUrl", "custom needs baseUrl; it takes baseUrl, key"],
  ])("%s refuses %j by its %s", (provider, fields, param, message) => {
    const refusal = (() => {
      try {
        return parseCredential(provider, fields);
      } catch (error) {
        return error;
      }
    })();
    expect(refusal).toBeInstanceOf(RequestError);
    expect(refusal).toMatchObject({ status: 400, code: "invalid_credential", param, message });
    expect(JSON.stringify(refusal) + (refusal as Error).message).not.toContain(secret);
  });

  test("a custom provider's address has to be public", () => {
    expect(() => parseCredential("custom", { baseUrl: "https://10.0.0.1/v1" })).toThrow(
      /^baseUrl names no host of the public internet/,
    );
  });
});

test("every provider but Bedrock and a custom one needs a key", () => {
  const keyless = providerIds.filter((id) => !credentialFields(id).required.includes("key"));
  expect(keyless).toEqual(["bedrock", "custom"]);
});
