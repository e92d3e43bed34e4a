/** The pattern of an EventBridge rule that gets what fires and what ends; docs/alerts.md. */
export const eventPattern = (source: string): string =>
  JSON.stringify(
    { source: [source], "detail-type": ["Spend alert fired", "Spend alert ended"] },
    undefined,
    2,
  );
