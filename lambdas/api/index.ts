import { wireApi } from "./wire";

/** The dashboard's API, behind an HTTP API. */
export const handler = wireApi(process.env);
