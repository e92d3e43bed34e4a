import solid from "eslint-plugin-solid/configs/typescript";
import tseslint from "typescript-eslint";

export default tseslint.config(
  {
    ignores: [
      "node_modules",
      ".smashcost*",
      "cdk.out",
      "coverage",
      "frontend/dist",
      "frontend/public",
      "data",
      "**/*.mjs",
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // A template literal may carry a number: "after 30000 ms" reads better than String() calls.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // `void promise` says that a promise is meant to run on its own.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/consistent-type-definitions": "off",
      "@typescript-eslint/no-unused-vars": "off",
      // Ports are closures over what they were lent: their methods have no `this` to lose.
      "@typescript-eslint/unbound-method": "off",
    },
  },
  {
    files: ["frontend/**/*.{ts,tsx}"],
    ...solid,
    rules: {
      ...solid.rules,
      // It can't see that a function of ours is called in a tracked scope, and warns of each.
      "solid/reactivity": "off",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
    },
  },
  {
    files: ["test/**"],
    rules: {
      // Tests index into answers whose shape the expectation itself checks.
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/require-await": "off",
    },
  },
);
