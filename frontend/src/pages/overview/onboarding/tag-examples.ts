/** How an app names its customer and feature, in three ways of calling the gateway. */
export const tagExamples = (gatewayUrl: string) =>
  [
    {
      value: "curl",
      title: "curl",
      code: `curl ${gatewayUrl}/v1/chat/completions \\
  -H "Authorization: Bearer $SMASHCOST_API_KEY" \\
  -H "Content-Type: application/json" \\
  -H "X-SmashCost-Tag-Customer: acme-corp" \\
  -H "X-SmashCost-Tag-Feature: /api/summarize" \\
  -d '{"model": "gpt-4o", "messages": [{"role": "user", "content": "Hello"}]}'`,
    },
    {
      value: "python",
      title: "Python",
      code: `openai.chat.completions.create(
    model="gpt-4o",
    messages=[...],
    extra_headers={
        "X-SmashCost-Tag-Customer": customer_id, # e.g. "acme-corp"
        "X-SmashCost-Tag-Feature": feature_name, # e.g. "/api/summarize"
    }
)`,
    },
    {
      value: "typescript",
      title: "TypeScript",
      code: `await openai.chat.completions.create(
  { model: "gpt-4o", messages },
  {
    headers: {
      "X-SmashCost-Tag-Customer": customerId, // e.g. "acme-corp"
      "X-SmashCost-Tag-Feature": featureName, // e.g. "/api/summarize"
    },
  },
);`,
    },
  ] as const;

/** The request that a new organization sends first. */
export const firstRequest = (
  gatewayUrl: string,
): string => `curl ${gatewayUrl}/v1/chat/completions \\
  -H "Authorization: Bearer $SMASHCOST_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"model": "auto", "messages": [{"role": "user", "content": "Hello"}]}'`;
