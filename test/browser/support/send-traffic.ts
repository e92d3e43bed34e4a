import OpenAI from "openai";

/** Who a request is for, as an app says it by its headers. */
export type Tags = { readonly customer: string; readonly feature: string };

/** Asks as an app does, by the stock client; what it answers with if it refuses is thrown. */
export const sendTraffic = (gatewayUrl: string, apiKey: string, tags: Tags) =>
  new OpenAI({ apiKey, baseURL: gatewayUrl, maxRetries: 0 }).chat.completions.create(
    {
      model: "sandbox/sandbox-large",
      messages: [{ role: "user", content: "Summarize: the button is on the back." }],
    },
    {
      headers: {
        "X-SmashCost-Tag-Customer": tags.customer,
        "X-SmashCost-Tag-Feature": tags.feature,
      },
    },
  );
