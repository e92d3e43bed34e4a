export const fieldLabels = {
  key: "API key",
  region: "AWS region",
  resource: "Azure resource",
  deployments: "Deployments",
  baseUrl: "Base URL",
} as const;

export type FieldName = keyof typeof fieldLabels;

export const isFieldName = (name: string): name is FieldName => Object.hasOwn(fieldLabels, name);

/** What helps to fill a field in, where its name does not suffice. */
export const fieldHints: Readonly<Partial<Record<FieldName, string>>> = {
  region: "Such as us-east-1. Empty: the gateway's own region.",
  resource: "The NAME of https://NAME.openai.azure.com",
  baseUrl: "A public HTTPS address that speaks OpenAI's API, such as https://llm.example.com/v1",
};

/** What leaving the key out means, where it may be left out. */
export const withoutKey: Readonly<Record<string, string>> = {
  bedrock: "Empty: the gateway calls Bedrock by its own IAM role.",
  custom: "Empty: the provider is called without a key.",
};

const listed = (fields: readonly string[]): string =>
  fields.map((field) => (isFieldName(field) ? fieldLabels[field] : field)).join(" and ");

/** "Needs API key and Azure resource; takes Deployments as well." */
export const needsText = (needs: {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}): string => {
  const { required, optional } = needs;
  const needed = required.length === 0 ? "Needs nothing" : `Needs ${listed(required)}`;
  return optional.length === 0 ? `${needed}.` : `${needed}; ${listed(optional)} if you like.`;
};
