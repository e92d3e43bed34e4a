import { accountDeletedLetter } from "../../../core/mail/account-deleted";
import { changeEmailLetter } from "../../../core/mail/change-email";
import { confirmSignUpLetter } from "../../../core/mail/confirm-sign-up";
import { inviteLetter } from "../../../core/mail/invite";
import { paymentFailedLetter } from "../../../core/mail/payment-failed";
import { planChangedLetter } from "../../../core/mail/plan-changed";
import { resetPasswordLetter } from "../../../core/mail/reset-password";
import { spendAlertLetter } from "../../../core/mail/spend-alert";
import type { Letter } from "../../../core/ports/mailer";

const dashboardUrl = "https://dashboard.example.com";
const email = "ada@example.com";
const token = "Abcdefghijklmnopqrstuvwxyz0123456789_-ABCDE";
/** 2026-11-24T14:03:00Z */
const at = Date.UTC(2026, 10, 24, 14, 3);

const alert = (organization: string) => ({
  organization,
  thresholdMicroUsd: 5_000_000,
  sum: 6_120_000_000_000n,
  from: at - 3_600_000,
  to: at,
  timeZone: "Asia/Kolkata",
  customers: [
    { customer: organization, cost: 5_000_000_000_000n },
    { customer: null, cost: 375_000_000n },
  ],
  link: `${dashboardUrl}/requests?from=2026-11-24T13:03:00.000Z&to=2026-11-24T14:03:00.000Z`,
});

/** Letters in which a person's own words stand. */
export const quoting: Readonly<Record<string, (words: string) => Letter>> = {
  invite: (organization) =>
    inviteLetter({
      to: email,
      organization,
      role: "admin",
      invitedBy: "grace@example.com",
      link: `${dashboardUrl}/invite?token=${token}`,
      expiresAt: at + 7 * 86_400_000,
    }),
  "spend alert": (organization) => spendAlertLetter(alert(organization)),
  "spend alert, as a test": (organization) =>
    spendAlertLetter({ ...alert(organization), customers: [], test: true }),
  "account deleted": (organization) =>
    accountDeletedLetter({
      organization,
      requestedAt: at,
      finishedAt: at + 600_000,
      counts: { requests: 1_234_567, keys: 3, members: 2 },
    }),
  "plan changed": (organization) =>
    planChangedLetter({
      dashboardUrl,
      organization,
      from: "free",
      to: "pro",
      at,
      timeZone: "Europe/Berlin",
    }),
  "payment failed": (organization) =>
    paymentFailedLetter({ dashboardUrl, organization, plan: "pro" }),
};

const code = "{####}";

/** Letters that Cognito puts its code into. */
export const coded: Readonly<Record<string, Letter>> = {
  "confirm sign-up": confirmSignUpLetter({ dashboardUrl, email, code }),
  "confirm sign-up, invited": confirmSignUpLetter({ dashboardUrl, email, code, invite: token }),
  "reset password": resetPasswordLetter({ dashboardUrl, email, code }),
  "change e-mail": changeEmailLetter(code),
};

export const letters: readonly (readonly [string, Letter])[] = [
  ...Object.entries(coded),
  ...Object.entries(quoting).map(([name, write]) => [name, write("Acme & Sons")] as const),
];
