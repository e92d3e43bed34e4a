import { createCatalog } from "../../../core/catalog/catalog";
import type { OfferName } from "../../../core/catalog/offer";
import type { ProviderId } from "../../../core/catalog/provider-id";
import { resolveModel } from "../../../core/routing/resolve";
import { offer } from "./offers";

const catalog = createCatalog("test", [
  offer("openrouter", "openai/gpt-4o"),
  offer("openrouter", "meta-llama/Llama-3.3-70B"),
  offer("together", "meta-llama/Llama-3.3-70B"),
  offer("azure", "gpt-4o"),
  offer("openai", "gpt-4o"),
  offer("openai", "gpt-4o-mini"),
  offer("openai", "gpt-old", { status: "retired" }),
  offer("azure", "gpt-old"),
  offer("anthropic", "claude-sonnet-4-5"),
]);

const resolve = (
  model: string,
  keys: readonly ProviderId[] = ["openai", "azure", "together", "openrouter", "anthropic"],
  disabled: readonly OfferName[] = [],
) =>
  resolveModel(model, catalog, {
    hasCredential: (provider) => keys.includes(provider),
    disabled: new Set(disabled),
  });

describe("what a model name means", () => {
  test("auto leaves the choice to the router", () => {
    expect(resolve("auto")).toEqual({ kind: "auto" });
  });

  test.each([
    { name: "a provider in front pins", model: "azure/gpt-4o", pinned: "azure/gpt-4o" },
    {
      name: "OpenRouter's models hold slashes",
      model: "openrouter/openai/gpt-4o",
      pinned: "openrouter/openai/gpt-4o",
    },
    { name: "pinning needs no key", model: "together/x", pinned: "together/x" },
  ])("$name", ({ model, pinned }) => {
    const resolved = resolve(model, []);
    expect(resolved.kind).toBe("pinned");
    if (resolved.kind !== "pinned") return;
    expect(`${resolved.offer.provider}/${resolved.offer.id}`).toBe(pinned);
  });

  test("a pinned model that the catalog does not know is passed on, unlisted", () => {
    expect(resolve("openai/gpt-99")).toEqual({
      kind: "pinned",
      offer: { provider: "openai", id: "gpt-99", unlisted: true },
    });
  });

  test.each<{
    name: string;
    model: string;
    keys?: readonly ProviderId[];
    disabled?: readonly OfferName[];
    named: string;
  }>([
    { name: "a bare name is its maker's offer", model: "gpt-4o", named: "openai/gpt-4o" },
    {
      name: "an offer with a key goes before its maker's without",
      model: "gpt-4o",
      keys: ["azure"],
      named: "azure/gpt-4o",
    },
    {
      name: "without any key it is its maker's",
      model: "gpt-4o",
      keys: [],
      named: "openai/gpt-4o",
    },
    {
      name: "a disabled offer goes last",
      model: "gpt-4o",
      disabled: ["openai/gpt-4o"],
      named: "azure/gpt-4o",
    },
    { name: "a retired offer goes last", model: "gpt-old", named: "azure/gpt-old" },
    {
      name: "a slash after what is no provider belongs to the name",
      model: "meta-llama/Llama-3.3-70B",
      named: "together/meta-llama/Llama-3.3-70B",
    },
    {
      name: "of hosts the one with a key",
      model: "meta-llama/Llama-3.3-70B",
      keys: ["openrouter"],
      named: "openrouter/meta-llama/Llama-3.3-70B",
    },
  ])("$name", ({ model, keys, disabled, named }) => {
    const resolved = resolve(model, keys, disabled);
    expect(resolved.kind).toBe("named");
    if (resolved.kind !== "named") return;
    expect(`${resolved.offer.provider}/${resolved.offer.id}`).toBe(named);
  });
});

describe("a name that nobody knows", () => {
  const messageOf = (model: string): string => {
    const resolved = resolve(model);
    return resolved.kind === "unknown" ? resolved.message : resolved.kind;
  };

  test.each([
    { wrong: "gpt4o", hint: "did you mean gpt-4o?" },
    { wrong: "GPT-4o", hint: "did you mean gpt-4o, gpt-4o-mini?" },
    { wrong: "/gpt-4o", hint: "did you mean gpt-4o?" },
    { wrong: "claude-sonet-4-5", hint: "did you mean claude-sonnet-4-5?" },
    { wrong: "claude-sonnet", hint: "did you mean claude-sonnet-4-5?" },
  ])("$wrong: the message names the value, what is close, and the way out", ({ wrong, hint }) => {
    expect(messageOf(wrong)).toContain(`"${wrong}"`);
    expect(messageOf(wrong)).toContain(hint);
    expect(messageOf(wrong)).toContain("provider/model");
  });

  test.each(["", "nothing-like-it-at-all", "cohere/", "x".repeat(5_000)])(
    "%s is unknown, with no wild guess",
    (model) => {
      expect(messageOf(model)).toContain("is not in the catalog");
      expect(messageOf(model)).not.toContain("did you mean");
      expect(messageOf(model).length).toBeLessThan(400);
    },
  );

  test("control characters and line breaks never reach a message", () => {
    expect(messageOf("gpt\r\nx-evil: 1 é")).toMatch(/^[ -~]+$/);
  });
});
