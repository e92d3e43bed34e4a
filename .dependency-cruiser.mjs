/** The import rule of docs/map.md, run by `npm run check`. */
const anything = "^(core|lambdas|local|lib|bin|frontend|training|scripts|bench|test)/";

const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

export default {
  forbidden: [
    forbid(
      "core-is-pure",
      "core imports itself and zod only",
      { path: "^core/" },
      { pathNot: ["^core/", "node_modules/zod/"] },
    ),
    forbid(
      "aws-sdk-behind-adapters",
      "the AWS SDK is spoken in lambdas/shared/aws and in each function's index.ts",
      {
        path: "^(core|lambdas|frontend|lib|bin)/",
        pathNot: ["^lambdas/shared/aws/", "^lambdas/[^/]+/index\\.ts$"],
      },
      { path: "node_modules/(@aws-sdk|@smithy)/" },
    ),
    forbid(
      "providers-apart",
      "a provider's folder knows no other provider's",
      { path: "^lambdas/shared/providers/([^/]+)/" },
      { path: "^lambdas/shared/providers/[^/]+/", pathNot: "^lambdas/shared/providers/$1/" },
    ),
    forbid(
      "functions-apart",
      "a function knows itself and what is shared",
      { path: "^lambdas/([^/]+)/" },
      { path: "^lambdas/[^/]+/", pathNot: ["^lambdas/$1/", "^lambdas/shared/"] },
    ),
    forbid(
      "cdk-in-lib",
      "aws-cdk-lib belongs to bin, lib and test",
      { pathNot: "^(bin|lib|test|node_modules)/" },
      { path: "node_modules/aws-cdk-lib/" },
    ),
    forbid(
      "lib-names-functions-by-path",
      "lib never imports a function's code",
      { path: "^(lib|bin)/" },
      { path: "^lambdas/" },
    ),
    forbid(
      "browser-sees-the-contract",
      "the browser imports core/contract only",
      { path: "^frontend/" },
      { path: anything, pathNot: ["^frontend/", "^core/contract/"] },
    ),
    forbid(
      "nothing-imports-local",
      "the local runner is a leaf",
      { path: anything, pathNot: "^(local|test|bench)/" },
      { path: "^local/" },
    ),
    forbid(
      "training-on-its-own",
      "training imports core; scripts, bench and test alone import training",
      { path: anything, pathNot: "^(training|scripts|bench|test)/" },
      { path: "^training/" },
    ),
    forbid(
      "training-knows-core",
      "training imports itself and core",
      { path: "^training/" },
      { path: anything, pathNot: "^(training|core)/" },
    ),
    forbid(
      "nothing-imports-tests",
      "product code never imports tests",
      { path: anything, pathNot: "^test/" },
      { path: "^test/" },
    ),
    forbid("no-cycles", "a cycle is two files that are one", {}, { circular: true }),
    forbid(
      "no-orphans",
      "a file nobody imports",
      {
        orphan: true,
        path: "^(core|lambdas|frontend|training)/",
        pathNot: ["/index\\.ts$", "\\.d\\.ts$", "^frontend/(public|vite)"],
      },
      {},
    ),
    forbid(
      "declared-dependencies",
      "what is imported is declared in package.json",
      { path: "^(core|lambdas|local|frontend|training|lib|bin|scripts)/" },
      { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^frontend/dist/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
