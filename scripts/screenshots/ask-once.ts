/**
 * Asks the gateway something, so that there is a request to be looked at.
 *
 * @returns the id of its record.
 */
export const askOnce = async (gatewayUrl: string, apiKey: string): Promise<string> => {
  const response = await fetch(`${gatewayUrl}/chat/completions`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${apiKey}`,
      "content-type": "application/json",
      "x-smashcost-tag-customer": "acme-corp",
      "x-smashcost-tag-feature": "/api/summarize",
    },
    body: JSON.stringify({
      model: "gpt-4o",
      messages: [{ role: "user", content: "Say hello in one sentence." }],
    }),
  });
  await response.arrayBuffer();
  const id = response.headers.get("x-smashcost-request-id");
  if (!response.ok || id === null) throw new Error(`the gateway answered ${response.status}`);
  return id;
};
