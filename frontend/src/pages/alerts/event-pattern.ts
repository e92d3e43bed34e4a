/** The pattern of an EventBridge rule that gets what fires and what ends; docs/alerts.md. */
export const eventPattern = (source: string): string =>
  `{
  "source": [${JSON.stringify(source)}],
  "detail-type": ["Spend alert fired", "Spend alert ended"]
}`;
