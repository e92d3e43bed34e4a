import type { CredentialAnswer } from "../../../../core/contract/credentials";
import { providerLabel } from "../../../../core/contract/provider-label";

const ranks: Readonly<Record<CredentialAnswer["status"], number>> = {
  failing: 0,
  untested: 1,
  role: 2,
  works: 2,
};

/** What needs somebody first: failing ones, then those of which nothing is known; else by name. */
export const orderCredentials = (
  credentials: readonly CredentialAnswer[],
): readonly CredentialAnswer[] =>
  credentials.toSorted(
    (a, b) =>
      ranks[a.status] - ranks[b.status] ||
      providerLabel(a.provider).localeCompare(providerLabel(b.provider), "en"),
  );
