import { digestOf } from "../digest";

const allowed = /^[a-zA-Z0-9_-]+$/;

/** What stays of another id to be recognised by: 40 characters with the digest, OpenAI's own limit. */
const keptLength = 23;

/**
 * The id of a tool call as Anthropic takes it: letters, digits, `_` and `-`. Others get one made of
 * theirs, always the same and unlike any other's, so that call and result still find each other.
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/handle-tool-calls (read
 * 2026-11-24; what it answers otherwise: "tool_use.id: String should match pattern")
 */
export const toolCallIdOf = (id: string): string =>
  allowed.test(id)
    ? id
    : `${id.slice(0, keptLength).replace(/[^a-zA-Z0-9_-]/g, "_")}_${digestOf([id])}`;
