import {
  emptyCredential,
  type ProviderNeeds,
  readCredential,
  type TypedCredential,
} from "../../../../frontend/src/pages/credentials/read-credential";

const azure: ProviderNeeds = {
  provider: "azure",
  required: ["key", "resource"],
  optional: ["deployments"],
  models: 3,
};

const read = (needs: ProviderNeeds, more: Partial<TypedCredential>) => {
  const result = readCredential({ ...emptyCredential(), ...more }, needs);
  if (result.success) return result.data;
  return result.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`);
};

test("only the provider's own fields are sent, without blanks around them", () => {
  const more = { key: " sk-1 ", resource: "mine\n", region: "us-east-1", baseUrl: "https://x.y" };
  expect(read(azure, more)).toEqual({ key: "sk-1", resource: "mine" });
});

test("deployments are a map from model to name; empty rows are none", () => {
  const deployments = [
    { model: "gpt-4o", name: "chat" },
    { model: "", name: " " },
  ];
  expect(read(azure, { key: "k", resource: "r", deployments })).toEqual({
    key: "k",
    resource: "r",
    deployments: { "gpt-4o": "chat" },
  });
});

test.each([
  { more: { key: "k" }, problem: "resource: Azure resource is needed." },
  { more: { resource: "r" }, problem: "key: API key is needed." },
  {
    more: { key: "k", resource: "r", deployments: [{ model: "gpt-4o", name: "" }] },
    problem: "deployments: Name both the model and its deployment in each row.",
  },
  {
    more: {
      key: "k",
      resource: "r",
      deployments: [
        { model: "gpt-4o", name: "a" },
        { model: "gpt-4o", name: "b" },
      ],
    },
    problem: "deployments: gpt-4o has two deployments. Keep one.",
  },
])("$problem", ({ more, problem }) => {
  expect(read(azure, more)).toEqual([problem]);
});

test("a provider that needs nothing takes an empty form: it is called by the gateway's role", () => {
  const bedrock = {
    provider: "bedrock",
    required: [],
    optional: ["key", "region"],
    models: 9,
  } as const;
  expect(read(bedrock, {})).toEqual({});
});
