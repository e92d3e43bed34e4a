import type { Offer } from "../catalog/offer";

/** Not meant for conversation, whatever modalities and kind a catalog gives. */
const otherKinds =
  /embed|rerank|moderation|whisper|-tts|transcri|prompt-guard|llama-guard|safeguard|imagine|realtime|gpt-image|-image(?:-|$)|orpheus/;

/**
 * Answers with more than one model's text: searches the web, runs agents of its own, or routes by
 * itself, often at fees beside its tokens. Fine where asked for, no stand-in for another model.
 */
const servicesOfTheirOwn =
  /^sonar|^perplexity\/|compound|deep-research|multi-agent|search-preview|:online|^openrouter\/|model-router|^switchpoint\/|^~/;

/** Whether an offer answers a conversation in text, in whatever dialect. */
export const answersInText = ({
  id,
  kind,
  output,
}: Pick<Offer, "id" | "kind" | "output">): boolean =>
  (kind ?? "chat") === "chat" && output.includes("text") && !otherKinds.test(id);

/** Whether an offer can stand in for another model. */
export const isStandIn = (offer: Pick<Offer, "id" | "kind" | "output">): boolean =>
  answersInText(offer) && !servicesOfTheirOwn.test(offer.id);
