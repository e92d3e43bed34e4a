/** One event of a Messages stream: its name stands in the data as well. */
export const serverSentEvent = (name: string, data: object): string =>
  `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
