import { Match, Switch } from "solid-js";
import type { testEnteredCredential } from "../../../../core/contract/credentials";
import type { AnswerOf } from "../../../../core/contract/operation";
import { providerLabel } from "../../../../core/contract/provider-label";
import { Button } from "../../components/button";
import { Notice } from "../../components/notice";
import type { Provider } from "./read-credential";

export type Verdict = AnswerOf<typeof testEnteredCredential>;

/** A test that did not succeed: what came back, and what can be done now. */
export const VerdictNotice = (props: {
  readonly provider: Provider;
  readonly verdict: Verdict;
  readonly busy: boolean;
  readonly onSaveAnyway: () => void;
}) => {
  const anyway = () => (
    <Button busy={props.busy} onClick={() => props.onSaveAnyway()}>
      Save untested
    </Button>
  );
  return (
    <Switch
      fallback={
        <Notice tone="warning" actions={anyway()}>
          The test came to no result: “{props.verdict.message}”. The key may be right. Try again
          later, or save it untested: requests will show whether it works.
        </Notice>
      }
    >
      <Match when={props.verdict.code === "refused"}>
        <Notice tone="danger">
          {providerLabel(props.provider)} does not take this key: “{props.verdict.message}”. Nothing
          was stored. Copy the key anew, and see that it was not revoked.
        </Notice>
      </Match>
      <Match when={props.verdict.code === "not_testable"}>
        <Notice actions={anyway()}>
          This can't be tried before it is saved: “{props.verdict.message}”.
        </Notice>
      </Match>
    </Switch>
  );
};
