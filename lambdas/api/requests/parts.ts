import type { Catalog } from "../../../core/catalog/catalog";
import type { AccessStore } from "../../../core/ports/access-store";
import type { ExportLinks } from "../../../core/ports/export-links";
import type { PromptReader } from "../../../core/ports/prompt-store";
import type { Registry } from "../../../core/ports/registry";
import type { UsageCells } from "../../../core/ports/usage-cells";
import type { UsageReader } from "../../../core/ports/usage-store";

export type RequestsParts = {
  readonly usage: UsageReader & UsageCells;
  readonly registry: Pick<Registry, "listKeys">;
  readonly access: Pick<AccessStore, "read">;
  /** Decisions are explained by it: the gateway's own. */
  readonly catalog: Catalog;
  /** Absent: no prompt is shown. */
  readonly prompts?: PromptReader;
  readonly links: Pick<ExportLinks, "put">;
  /** 32 random bytes as base64url. */
  readonly newToken: () => string;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
};
