import type { OrganizationId, RequestId } from "../ids";

/** What was asked and answered, as it went over the wire; long texts are cut, and say so. */
export type StoredPrompt = {
  readonly request: string;
  readonly answer: string;
  /** Milliseconds since 1970 UTC. */
  readonly expiresAt: number;
};

/** Keeps what a key's owner asked to be kept: the gateway's right alone. */
export interface PromptWriter {
  put(organization: OrganizationId, request: RequestId, prompt: StoredPrompt): Promise<void>;
}

/** Reads it back for the organization's own members: the control plane's right alone. */
export interface PromptReader {
  /** Undefined where nothing was kept, or its time is over. */
  find(organization: OrganizationId, request: RequestId): Promise<StoredPrompt | undefined>;
}
