import { readSettings, SettingError } from "../../local/settings";

describe("readSettings: what accounts take beside a key", () => {
  test("is read from variables of their own", () => {
    const { accounts, baseUrls } = readSettings({
      SMASHCOST_AZURE_RESOURCE: "acme-eu",
      SMASHCOST_BEDROCK_REGION: "eu-central-1",
      SMASHCOST_CUSTOM_BASE_URL: "https://llm.example.com/v1/",
    });
    expect(accounts).toEqual({
      azure: { resource: "acme-eu" },
      bedrock: { region: "eu-central-1" },
      custom: { baseUrl: "https://llm.example.com/v1" },
    });
    expect(baseUrls).toEqual({});
  });

  test("a custom provider on this machine has to be allowed, and is then called past the guard", () => {
    const SMASHCOST_CUSTOM_BASE_URL = "http://127.0.0.1:11434/v1";
    expect(() => readSettings({ SMASHCOST_CUSTOM_BASE_URL })).toThrow(SettingError);
    const { accounts, baseUrls } = readSettings({
      SMASHCOST_CUSTOM_BASE_URL,
      SMASHCOST_ALLOW_PRIVATE_ADDRESSES: "true",
    });
    expect(accounts).toEqual({ custom: { baseUrl: SMASHCOST_CUSTOM_BASE_URL } });
    expect(baseUrls).toEqual({ custom: SMASHCOST_CUSTOM_BASE_URL });
  });

  test.each([
    ["SMASHCOST_AZURE_RESOURCE", "evil.example/"],
    ["SMASHCOST_BEDROCK_REGION", "Frankfurt"],
    ["SMASHCOST_CUSTOM_BASE_URL", "https://10.0.0.1/v1"],
  ])("%s is refused as '%s', by its name", (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`^${name}: `));
  });
});
