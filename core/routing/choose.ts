import type { Catalog } from "../catalog/catalog";
import type { Classifier } from "./classification";
import type { Router } from "./route-input";

/** Prepares a catalog once; the router then decides one request at a time. */
export declare const createRouter: (catalog: Catalog, classify: Classifier) => Router;
