import type { CredentialAnswer } from "../../../../core/contract/credentials";
import { Badge, type Tone } from "../../components/badge";

const states: Readonly<
  Record<CredentialAnswer["status"], { readonly tone: Tone; readonly word: string }>
> = {
  works: { tone: "success", word: "Works" },
  failing: { tone: "danger", word: "Failing" },
  untested: { tone: "neutral", word: "Untested" },
  role: { tone: "neutral", word: "IAM role" },
};

/** Whether a provider takes a credential, by word, shape and color. */
export const CredentialState = (props: { readonly status: CredentialAnswer["status"] }) => (
  <Badge tone={states[props.status].tone}>{states[props.status].word}</Badge>
);
