import { readDetails } from "../../../../frontend/src/pages/audit/read-details";

test.each([
  {
    name: "what went from one value to another is one field",
    details: { from: "viewer", to: "admin" },
    shown: [{ name: "", value: "viewer → admin" }],
  },
  {
    name: "amounts are in USD, to the last digit of a µUSD",
    details: { thresholdMicroUsd: 5_000_000, budget: { dailyMicroUsd: 1 } },
    shown: [
      { name: "threshold", value: "$5.00" },
      { name: "budget daily", value: "$0.000001" },
    ],
  },
  {
    name: "what was taken away is none, and an empty list as well",
    details: { routingMode: null, recipients: [] },
    shown: [
      { name: "routing mode", value: "none" },
      { name: "recipients", value: "none" },
    ],
  },
  {
    name: "instants are by the organization's clock",
    details: { expiresAt: Date.parse("2026-11-24T14:03:07Z") },
    shown: [{ name: "expires at", value: "24 Nov 2026, 19:33:07" }],
  },
  {
    name: "a price is in USD per million tokens",
    details: { price: { input: 150_000, cacheRead: 15_000 } },
    shown: [
      { name: "price input", value: "$0.15 per million" },
      { name: "price cache read", value: "$0.015 per million" },
    ],
  },
  {
    name: "lists, switches and numbers are read as such",
    details: { offers: ["openai/gpt-4o", "openai/o3"], enabled: false, requestsPerMinute: 60 },
    shown: [
      { name: "offers", value: "openai/gpt-4o, openai/o3" },
      { name: "enabled", value: "no" },
      { name: "requests per minute", value: "60" },
    ],
  },
])("$name", ({ details, shown }) => {
  expect(readDetails(details, "Asia/Kolkata")).toEqual(shown);
});
