import type { OrganizationId } from "../../../core/ids";
import { createPowertoolsAlertMetrics } from "../../../lambdas/shared/powertools-alert-metrics";

type Line = {
  readonly organization?: string;
  readonly SpendLast60Minutes?: number;
  readonly SpendAlertsFired?: number;
  readonly _aws: {
    readonly CloudWatchMetrics: readonly {
      readonly Namespace: string;
      readonly Dimensions: readonly (readonly string[])[];
    }[];
  };
};

/** Powertools writes by a console of its own, whose lines go to the process's output. */
const linesOf = (run: () => void): readonly Line[] => {
  const lines: string[] = [];
  const write = jest.spyOn(process.stdout, "write").mockImplementation((text) => {
    lines.push(String(text));
    return true;
  });
  try {
    run();
  } finally {
    write.mockRestore();
  }
  return lines.map((line) => JSON.parse(line) as Line);
};

test("spend is in dollars, by organization; crossings are counted without one", () => {
  const lines = linesOf(() => {
    const metrics = createPowertoolsAlertMetrics();
    metrics.spend("Acme00000000" as OrganizationId, 6_250_000_000_000n);
    metrics.spend("Globex000000" as OrganizationId, 0n);
    metrics.fired();
  });
  expect(lines).toMatchObject([
    { organization: "Acme00000000", SpendLast60Minutes: 6.25 },
    { organization: "Globex000000", SpendLast60Minutes: 0 },
    { SpendAlertsFired: 1 },
  ]);
  const described = lines.map(({ _aws }) => _aws.CloudWatchMetrics[0]);
  expect(described.map((metric) => metric?.Namespace)).toEqual(Array(3).fill("SmashCost"));
  expect(described[0]?.Dimensions[0]).toContain("organization");
  expect(lines[2]).not.toHaveProperty("organization");
});
