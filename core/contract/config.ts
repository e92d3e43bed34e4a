import * as z from "zod";
import { defineOperation } from "./define-operation";

/** What the dashboard must know before anybody is signed in. */
export const getConfig = defineOperation({
  id: "config.get",
  method: "GET",
  path: "/api/config",
  summary: "Where to sign in, and where the gateway is",
  least: "public",
  answer: z.object({
    userPoolId: z.string(),
    userPoolClientId: z.string(),
    /** Where the sign-in service listens; null: at AWS's own address. */
    signInEndpoint: z.string().nullable(),
    gatewayUrl: z.string(),
    payments: z.boolean(),
  }),
});

export const getOpenApi = defineOperation({
  id: "config.openapi",
  method: "GET",
  path: "/api/openapi.json",
  summary: "This API as an OpenAPI 3.1 document",
  least: "public",
  answer: z.record(z.string(), z.unknown()),
});

export const configOperations = [getConfig, getOpenApi] as const;
