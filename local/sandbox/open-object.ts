/** Whether a JSON Schema has an object that takes more than its properties. */
export const openObject = (schema: unknown): boolean => {
  if (Array.isArray(schema)) return schema.some(openObject);
  if (typeof schema !== "object" || schema === null) return false;
  const { type, properties } = schema as Record<string, unknown>;
  const isObject = type === "object" || properties !== undefined;
  const isOpen = (schema as Record<string, unknown>).additionalProperties !== false;
  return (isObject && isOpen) || Object.values(schema).some(openObject);
};
