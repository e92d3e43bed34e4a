import shared from "./jest.config.mjs";

/** Suites that look at the dashboard in a browser: `npm run test:browser`. */
export default {
  ...shared,
  roots: ["<rootDir>/test/browser"],
  testPathIgnorePatterns: ["/node_modules/"],
  globalSetup: "<rootDir>/test/browser/support/prepare.ts",
  setupFilesAfterEnv: ["<rootDir>/test/browser/support/retry.ts"],
  testTimeout: 90_000,
  maxWorkers: 2,
};
