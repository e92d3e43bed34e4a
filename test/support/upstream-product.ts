import type OpenAI from "openai";
import type { UsageEvent } from "../../core/usage/usage-event";
import { type FakeUpstream, startFakeUpstream } from "./fake-upstream";
import { type Product, startProduct } from "./product";
import { openRecords, type Records } from "./records";

/** A running product whose `openai` provider is a scripted server. */
export type UpstreamProduct = {
  readonly product: Product;
  readonly upstream: FakeUpstream;
  readonly records: Records;
  readonly client: OpenAI;
  /** Resolves with the row of an answer, by its `x-smashcost-request-id`, and fails after 20 s. */
  recordOf(response: { readonly headers: Headers }): Promise<UsageEvent>;
  /** The row that comes last, once there are more than `before`. */
  nextRecord(before: number): Promise<UsageEvent>;
  dispose(): Promise<void>;
};

/** The key that the product sends to the scripted server; it must turn up nowhere else. */
export const canaryKey = "sk-canary-4f1d0b7e9a3c5d2681";

/** @param environment - further settings, as `npm start` takes them. */
export const startUpstreamProduct = async (
  environment: Readonly<Record<string, string>> = {},
): Promise<UpstreamProduct> => {
  const upstream = await startFakeUpstream();
  const product = await startProduct({
    SMASHCOST_OPENAI_BASE_URL: upstream.baseUrl,
    SMASHCOST_OPENAI_API_KEY: canaryKey,
    ...environment,
  });
  const records = openRecords(product);
  return {
    product,
    upstream,
    records,
    client: product.client(),
    recordOf: ({ headers }) => records.untilRow(headers.get("x-smashcost-request-id") ?? ""),
    async nextRecord(before) {
      const [newest] = await records.untilRows(before + 1);
      if (!newest) throw new Error("there are no rows");
      return newest;
    },
    async dispose() {
      records.close();
      await product.dispose();
      await upstream.close();
    },
  };
};
