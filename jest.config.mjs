// The SDK's word to those who deploy on Node 20 would stand between the tests' lines.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";

export default {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  // They have a browser, and a configuration, of their own.
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/browser/"],
  transform: {
    "(^.+\\.(ts|mjs)|/node_modules/@middy/.+\\.js)$": [
      "@swc/jest",
      { jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "commonjs" } },
    ],
  },
  // Published as ES modules alone, which jest reads only when they are compiled.
  transformIgnorePatterns: ["/node_modules/(?!httpxy/|@middy/)"],
  setupFiles: ["<rootDir>/test/support/property-seed.ts"],
  testTimeout: 30_000,
  maxWorkers: 2,
};
