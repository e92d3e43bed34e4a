type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const toBytes = (value: unknown): unknown =>
  typeof value === "string" ? Buffer.from(value, "base64") : value;

/** Where a block of each kind has bytes; a tool's arguments are never looked into. */
const mediaKinds = ["image", "document", "audio", "video"] as const;

const blockWithBytes = (block: unknown): unknown => {
  if (!isFields(block)) return block;
  for (const kind of mediaKinds) {
    const media = block[kind];
    if (!isFields(media) || !isFields(media.source) || !("bytes" in media.source)) continue;
    const source = { ...media.source, bytes: toBytes(media.source.bytes) };
    return { ...block, [kind]: { ...media, source } };
  }
  const { toolResult, reasoningContent } = block;
  if (isFields(toolResult) && Array.isArray(toolResult.content)) {
    return {
      ...block,
      toolResult: { ...toolResult, content: toolResult.content.map(blockWithBytes) },
    };
  }
  if (isFields(reasoningContent) && "redactedContent" in reasoningContent) {
    const redactedContent = toBytes(reasoningContent.redactedContent);
    return { ...block, reasoningContent: { ...reasoningContent, redactedContent } };
  }
  return block;
};

const messageWithBytes = (message: unknown): unknown =>
  isFields(message) && Array.isArray(message.content)
    ? { ...message, content: message.content.map(blockWithBytes) }
    : message;

/** A Converse body as the SDK takes it: base64 text where it wants bytes becomes bytes. */
export const withBytes = (body: unknown): Fields => {
  if (!isFields(body)) return {};
  const { messages } = body;
  return { ...body, ...(Array.isArray(messages) && { messages: messages.map(messageWithBytes) }) };
};

/** What the SDK gives, as JSON has it: bytes as base64 text, and nothing of the call itself. */
export const withoutBytes = (value: unknown): unknown => {
  if (value instanceof Uint8Array) {
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("base64");
  }
  if (Array.isArray(value)) return value.map(withoutBytes);
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== "$metadata")
      .map(([name, field]) => [name, withoutBytes(field)]),
  );
};
