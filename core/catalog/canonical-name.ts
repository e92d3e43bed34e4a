/** What stands behind the last slash: an id without the organization's folder. */
export const lastPart = (id: string): string => id.slice(id.lastIndexOf("/") + 1);

/**
 * A model's name without what providers add to it: organization and region prefixes, versions,
 * dates and variants. "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
 * "anthropic/claude-sonnet-4.5" and "claude-sonnet-4-5@20250929" are all "claude-sonnet-4-5".
 */
export const canonicalName = (id: string): string =>
  lastPart(id)
    .toLowerCase()
    .replace(/:(free|extended|thinking|nitro|floor|batch|exacto)$/, "")
    .replace(/^(us|eu|apac|global|jp|au|in)\./, "")
    .replace(
      /^(amazon|anthropic|meta|mistral|deepseek|openai|qwen|cohere|moonshot|moonshotai|minimax|zai|google|nvidia|writer|ai21|xai)\./,
      "",
    )
    .replace(/(-v\d+)?:\d+(:\d+k|:mm)?$/, "")
    .replace(/[._]/g, "-")
    .replace(/(\d)p(\d)/g, "$1-$2")
    .replace(/[-@]20\d{6}(-v\d+)?$/, "")
    .replace(/[-@](latest|default)$/, "")
    .replace(/-(0|preview|it|instruct|turbo|fast|fp8|maas|tput|versatile|instant)$/, "");
