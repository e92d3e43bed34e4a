/**
 * The AWS query protocol's form as nested members: `Attributes.entry.1.key=a` and
 * `Attributes.entry.1.value=b` become `{ Attributes: { a: "b" } }`, and names and values of message
 * attributes likewise. Source:
 * https://smithy.io/2.0/aws/protocols/aws-query-protocol.html (read 2026-11-24).
 */
export const parseQueryInput = (form: string): Record<string, unknown> => {
  const input: Record<string, unknown> = {};
  const maps = new Map<string, Map<string, Record<string, string>>>();
  for (const [name, value] of new URLSearchParams(form)) {
    const [, map, index, rest] = /^(\w+)\.entry\.(\d+)\.(.+)$/.exec(name) ?? [];
    if (map === undefined || index === undefined || rest === undefined) {
      input[name] = value;
      continue;
    }
    const entries = maps.get(map) ?? new Map<string, Record<string, string>>();
    entries.set(index, { ...entries.get(index), [rest.toLowerCase()]: value });
    maps.set(map, entries);
  }
  for (const [map, entries] of maps) {
    input[map] = Object.fromEntries([...entries.values()].map(toPair));
  }
  return input;
};

/** A plain value, or a message attribute with the members that are there. */
const toPair = (entry: Record<string, string>): [string, unknown] => {
  const key = entry.key ?? entry.name ?? "";
  if (entry.value !== undefined) return [key, entry.value];
  return [
    key,
    {
      DataType: entry["value.datatype"],
      StringValue: entry["value.stringvalue"],
      BinaryValue: entry["value.binaryvalue"],
    },
  ];
};
