import type { Letter } from "../ports/mailer";
import { dayAndTime } from "./day-and-time";
import { toLetter } from "./layout";

export type AccountDeleted = {
  /** The name that the organization had. */
  readonly organization: string;
  /** When all keys stopped, and when the data was gone: milliseconds since 1970 UTC. */
  readonly requestedAt: number;
  readonly finishedAt: number;
  readonly counts: { readonly requests: number; readonly keys: number; readonly members: number };
};

/** Thousands as the dashboard writes them. */
const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

/** The receipt for whoever deleted an organization. */
export const accountDeletedLetter = (receipt: AccountDeleted): Letter => {
  const { organization, requestedAt, finishedAt, counts } = receipt;
  return toLetter({
    subject: `Deleted: your SmashCost organization ${organization}`,
    heading: `${organization} was deleted`,
    blocks: [
      {
        kind: "paragraph",
        text: `The organization ${organization} and all its data were deleted. This cannot be undone.`,
      },
      {
        kind: "facts",
        facts: [
          ["All API keys stopped", dayAndTime(requestedAt, "UTC")],
          ["All data deleted", dayAndTime(finishedAt, "UTC")],
        ],
      },
      { kind: "paragraph", text: "What was deleted, with all that belonged to it:" },
      {
        kind: "facts",
        facts: [
          ["Requests", grouped(counts.requests)],
          ["API keys", grouped(counts.keys)],
          ["Members", grouped(counts.members)],
        ],
      },
      {
        kind: "paragraph",
        text: "What was on its way at that moment is deleted as it comes.",
      },
    ],
    footer:
      "You get this as the receipt of the deletion. No more e-mails will come from this organization.",
  });
};
