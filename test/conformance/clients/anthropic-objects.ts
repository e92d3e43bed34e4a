import { zodOutputFormat } from "@anthropic-ai/sdk/helpers/zod";
import type { Cases } from "../case";
import { isBox } from "../check";
import { askBox, box } from "../given";
import { anthropicClient } from "./anthropic-client";

export const anthropicObjects: Cases = {
  "parse returns what zod describes": async (target) => {
    const answer = await anthropicClient(target).messages.parse({
      model: target.model,
      max_tokens: 4_096,
      messages: [{ role: "user", content: askBox }],
      output_config: { format: zodOutputFormat(box) },
    });
    isBox(answer.parsed_output);
  },

  "a streamed object parses once it is whole": async (target) => {
    const message = await anthropicClient(target)
      .messages.stream({
        model: target.model,
        max_tokens: 4_096,
        messages: [{ role: "user", content: askBox }],
        output_config: { format: zodOutputFormat(box) },
      })
      .finalMessage();
    isBox(message.parsed_output);
  },
};
