import { Show } from "solid-js";
import { CodeBlock } from "../../../components/code-block";
import { TimeText } from "../../../components/time-text";
import type { RequestDetail } from "./detail-parts";
import { Section } from "./section";

/** JSON by lines; what is none stays as it is. */
const indented = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
};

/** Prompt and answer where the key has them stored. */
export const PromptPart = (props: { readonly detail: RequestDetail }) => (
  <Section title="Prompt and answer">
    <Show when={props.detail.prompt} fallback={<p class="muted">Prompt not stored</p>}>
      {(prompt) => (
        <>
          <p class="muted">
            Stored encrypted until <TimeText at={prompt().expiresAt} look="full" />
          </p>
          <CodeBlock label="Prompt" code={indented(prompt().request)} copy wrap />
          <CodeBlock label="Answer" code={indented(prompt().answer)} copy wrap />
        </>
      )}
    </Show>
  </Section>
);
