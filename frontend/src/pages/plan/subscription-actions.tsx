import { createSignal, Show } from "solid-js";
import {
  cancelPlan,
  openPortal,
  type PlanAnswer,
  resumePlan,
} from "../../../../core/contract/plan";
import { useChange } from "../../api/use-change";
import { Button } from "../../components/button";
import { ConfirmDialog } from "../../components/confirm-dialog";
import { Notice } from "../../components/notice";
import { TimeText } from "../../components/time-text";
import { say } from "../../components/toast";
import styles from "./plan.module.css";
import { planTitles } from "./plan-words";
import { usePaymentPage } from "./use-payment-page";

const EndsOn = (props: { readonly at: string | null }) => (
  <Show when={props.at} fallback="ends with the period that is paid for">
    {(at) => (
      <>
        ends on <TimeText at={at()} look="full" />
      </>
    )}
  </Show>
);

/** Invoices and cards, cancelling, and taking that back: of a plan that is paid for. */
export const SubscriptionActions = (props: { readonly plan: PlanAnswer }) => {
  const [open, setOpen] = createSignal(false);
  const portal = usePaymentPage(openPortal);
  const cancel = useChange(cancelPlan, ["plan.get"]);
  const resume = useChange(resumePlan, ["plan.get"]);
  const title = () => planTitles[props.plan.plan];
  const takeBack = async () => {
    const done = await resume.run().catch(() => undefined);
    if (done) say(`The ${title()} plan goes on.`);
  };
  return (
    <>
      <div class={styles.actions}>
        <Button needs="owner" busy={portal.busy()} onClick={() => void portal.go()}>
          Invoices and cards
        </Button>
        <Show
          when={props.plan.status === "ending"}
          fallback={
            <Button look="danger" needs="owner" onClick={() => setOpen(true)}>
              Cancel plan
            </Button>
          }
        >
          <Button needs="owner" busy={resume.busy()} onClick={() => void takeBack()}>
            Resume plan
          </Button>
        </Show>
      </div>
      <Show when={portal.error() ?? resume.error()}>
        {(error) => <Notice tone="danger">That did not work: {error().message}</Notice>}
      </Show>
      <ConfirmDialog
        open={open()}
        onClose={() => setOpen(false)}
        title={`Cancel the ${title()} plan?`}
        confirm="Cancel plan"
        onConfirm={() => cancel.run()}
      >
        <p>
          The plan {<EndsOn at={props.plan.periodEndsAt} />}, and is Free from then on. Keys and
          members that are there stay. You can resume it until it ends.
        </p>
      </ConfirmDialog>
    </>
  );
};
