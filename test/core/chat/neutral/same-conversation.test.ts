import { completionsDialect } from "../../../../core/chat/completions/dialect";
import type { Turn } from "../../../../core/chat/conversation";
import { conversationOf } from "../../../../core/chat/neutral/to-conversation";
import { exchangesOf } from "../../../support/recordings";

const requests = exchangesOf("openai").filter(
  ({ path, request }) => path.includes("/chat/completions") && Array.isArray(request.messages),
);

test("there are recorded chat completions to read", () => {
  expect(requests.length).toBeGreaterThan(50);
});

/** Parts that are no text leave an empty line in one of the two. */
const trimmed = ({ role, text }: Turn): Turn => ({ role, text: text.trim() });

describe("a recorded chat completion is the same to the router, read directly or in no dialect", () => {
  test.each(requests)("$id", ({ request }) => {
    const caller = completionsDialect.read(JSON.stringify(request));
    const { conversation } = caller;
    const again = conversationOf(caller.neutral());
    const { unportableFields: _portable, ...needs } = conversation.needs;
    const { unportableFields: bound, ...needsAgain } = again.needs;
    // A file that only its provider holds is bound to it, and no need that others could meet.
    expect(needsAgain).toEqual(bound.length > 0 ? { ...needs, pdf: needsAgain.pdf } : needs);
    expect(again.turns.map(trimmed)).toEqual(conversation.turns.map(trimmed));
    expect(again.hasToolHistory).toBe(conversation.hasToolHistory);
    expect(again.maxOutputTokens).toBe(conversation.maxOutputTokens);
    expect(again.cacheAsked).toBe(conversation.cacheAsked);
    if (bound.length > 0) return;
    // Tools are estimated by their text, which no two dialects frame alike.
    const [less = 0, more = 0] = [
      again.estimatedInputTokens,
      conversation.estimatedInputTokens,
    ].sort((a, b) => a - b);
    expect(more - less).toBeLessThanOrEqual(60 + more * 0.25);
  });
});
