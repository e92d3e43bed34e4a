import type { AlertState } from "../alerts/alert-state";
import type { OrganizationId } from "../ids";

export type AlertSettings = {
  /** Whole µUSD; 0: off. */
  readonly thresholdMicroUsd: number;
  /** E-mail addresses; none: all owners and admins. */
  readonly recipients: readonly string[];
};

/** Who spent how much of a window. */
export type CustomerSpend = {
  /** Null: untagged. */
  readonly customer: string | null;
  /** pUSD. */
  readonly cost: bigint;
};

/** One time that spend passed the threshold. All times are milliseconds since 1970 UTC. */
export type Crossing = {
  /** A ULID of `at`: sorts by time. */
  readonly id: string;
  /** When it was seen. */
  readonly at: number;
  /** The 60 minutes by which it was seen: `from` <= t < `to`. */
  readonly from: number;
  readonly to: number;
  readonly thresholdMicroUsd: number;
  /** pUSD: of those 60 minutes, when it was seen. */
  readonly sum: bigint;
  /** pUSD: the highest sum of 60 minutes while it lasted. */
  readonly peak: bigint;
  /** The largest of those 60 minutes, largest first. */
  readonly customers: readonly CustomerSpend[];
  /** False: shares of the hours that the 60 minutes lie in, as there were too many requests to add up. */
  readonly customersExact: boolean;
  /** Whom it is mailed to. */
  readonly recipients: readonly string[];
  readonly endedAt?: number;
};

/** Something that people and programs are to be told, once. */
export type Notice = { readonly kind: "fired" | "ended"; readonly crossing: string };

export type Alert = {
  readonly settings: AlertSettings;
  /** Absent while off, and before the first check. */
  readonly state?: AlertState;
  /** Changes with every write of settings or state. */
  readonly version: number;
  /** What has not been told to everybody yet. */
  readonly untold: readonly Notice[];
};

/** What a check leads to. */
export type AlertChange = {
  /** Absent: the alert is off. */
  readonly state?: AlertState;
  /** A crossing that begins; its notice is to be told. */
  readonly fired?: Crossing;
  /** Crossings from before, as they are now; where one ended, that is to be told. */
  readonly changed: readonly Pick<Crossing, "id" | "peak" | "endedAt">[];
};

/** To whom a notice goes, beside each recipient of the e-mail. */
export type Channel = "topic" | "event";

/** A notice that one process alone has in hand. */
export type ClaimedNotice = {
  readonly crossing: Crossing;
  /** Who was mailed before. */
  readonly mailed: readonly string[];
  /** Where it was published before. */
  readonly published: readonly Channel[];
  /** How often it was claimed, this time included. */
  readonly tries: number;
};

/** Spend alerts: settings, state, and the crossings of the last year. */
export interface AlertStore {
  /** A consistent read. */
  find(organization: OrganizationId): Promise<Alert | undefined>;
  /** From then on the organization is listed. */
  putSettings(organization: OrganizationId, settings: AlertSettings): Promise<void>;
  /** Those that are to be checked, in no order. */
  organizations(): AsyncIterable<OrganizationId>;
  /** Writes all of a check or nothing; `overtaken`: somebody wrote since this version was read. */
  advance(
    organization: OrganizationId,
    version: number,
    change: AlertChange,
  ): Promise<"written" | "overtaken">;
  /** Takes an organization off the list unless it was written since; no version: it has no alert. */
  unlist(organization: OrganizationId, version: number | undefined): Promise<void>;

  /** Undefined where another has it in hand until later than `now`, or it is not there. */
  claim(
    organization: OrganizationId,
    notice: Notice,
    now: number,
    until: number,
  ): Promise<ClaimedNotice | undefined>;
  noteMailed(organization: OrganizationId, crossing: string, recipient: string): Promise<void>;
  notePublished(organization: OrganizationId, notice: Notice, channel: Channel): Promise<void>;
  /** It is untold no more. */
  settle(organization: OrganizationId, notice: Notice): Promise<void>;

  /** The newest first. */
  crossings(organization: OrganizationId, limit: number): Promise<readonly Crossing[]>;
  /** Counts a test alert; false where `most` were sent in this minute already. */
  countTest(organization: OrganizationId, now: number, most: number): Promise<boolean>;
}
