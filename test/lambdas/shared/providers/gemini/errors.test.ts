import { readFailure } from "../../../../../lambdas/shared/providers/gemini/errors";
import { exchangesOf } from "../../../../support/recordings";

const body = (error: object) => JSON.stringify({ error });

const quota = {
  code: 429,
  message: "You exceeded your current quota, please check your plan and billing details.",
  status: "RESOURCE_EXHAUSTED",
  details: [
    { "@type": "type.googleapis.com/google.rpc.QuotaFailure", violations: [{ quotaId: "a" }] },
    { "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: "34.4s" },
  ],
};

describe("a refusal of Gemini's", () => {
  test("tells its status, its words, and when to come back", () => {
    expect(readFailure(body(quota))).toEqual({
      code: "RESOURCE_EXHAUSTED",
      message: quota.message,
      spentCredit: false,
      retryAfterMs: 34_400,
    });
  });

  test.each([
    "Your prepayment credits are depleted. Please go to AI Studio at https://ai.studio/projects.",
    "Your project has exceeded its monthly spending cap.",
    "Your project has exceeded its spending cap.",
  ])("says that the credit is spent: %s", (message) => {
    const error = { code: 429, message, status: "RESOURCE_EXHAUSTED" };
    expect(readFailure(body(error)).spentCredit).toBe(true);
  });

  test.each([
    { reason: "BILLING_DISABLED", spentCredit: true },
    { reason: "API_KEY_INVALID", spentCredit: false },
  ])("is known by its reason, where it gives one: $reason", ({ reason, spentCredit }) => {
    const error = { code: 400, status: "INVALID_ARGUMENT", details: [{ reason }] };
    expect(readFailure(body(error))).toEqual({ code: reason, spentCredit });
  });

  test("is read in a list as well, and from a body that is none", () => {
    expect(readFailure(`[${body(quota)}]`).code).toBe("RESOURCE_EXHAUSTED");
    expect(readFailure("<html>")).toEqual({ code: null, spentCredit: false });
    expect(readFailure(body({ code: 500, details: 7 }))).toEqual({
      code: "500",
      spentCredit: false,
    });
  });

  test("is read as recorded", () => {
    const failed = exchangesOf("gemini").filter(({ status }) => status >= 400);
    expect(failed.map(({ response }) => readFailure(JSON.stringify(response)))).toEqual(
      failed.map(({ response }) => {
        const { error } = response as { error: { message: string } };
        return { code: "NOT_FOUND", message: error.message, spentCredit: false };
      }),
    );
    expect(failed).toHaveLength(2);
  });
});
