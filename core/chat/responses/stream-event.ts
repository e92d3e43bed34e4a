/** One event of a Responses stream, as server-sent text: its type stands above its data as well. */
export const streamEvent = (
  type: string,
  sequenceNumber: number,
  fields: Readonly<Record<string, unknown>>,
): string => {
  const data = JSON.stringify({ type, sequence_number: sequenceNumber, ...fields });
  return `event: ${type}\ndata: ${data}\n\n`;
};
