import { z } from "zod";
import type { Offer } from "../../core/catalog/offer";
import { providerIds } from "../../core/catalog/provider-id";
import { priceCardSchema } from "../../core/catalog/schema";
import { readProductFile } from "../shared/local-product";

const offersSchema = z.array(
  z.looseObject({
    provider: z.enum(providerIds),
    id: z.string(),
    status: z.enum(["active", "retired"]),
    limits: z.object({ contextTokens: z.number(), outputTokens: z.number() }),
    input: z.array(z.string()),
    output: z.array(z.string()),
    can: z.record(z.string(), z.boolean()),
    prices: z.array(priceCardSchema),
    ability: z.looseObject({ score: z.number(), basis: z.string() }),
  }),
);

/** What a product on this machine offers beside the shipped catalog: the sandbox's models. */
export const readLocalOffers = async (dataDir: string): Promise<readonly Offer[]> =>
  (await readProductFile(dataDir, "offers.json", offersSchema)) as unknown as readonly Offer[];
