import { useSearchParams } from "@solidjs/router";
import { Show } from "solid-js";
import { getPlan } from "../../../../core/contract/plan";
import { useOperation } from "../../api/use-operation";
import { Notice } from "../../components/notice";
import { Page } from "../../components/page";
import { Answered } from "../../components/panel";
import { Skeleton } from "../../components/skeleton";
import { OffersPanel } from "./offers-panel";
import styles from "./plan.module.css";
import { SelfHostedPanel } from "./self-hosted-panel";
import { UsagePanel } from "./usage-panel";

const untilPaidMs = 3_000;

/** What of the plan is used, and the other plans. */
export const PlanPage = () => {
  const [search] = useSearchParams();
  const hasPaid = () => search.checkout === "paid";
  const plan = useOperation(
    getPlan,
    () => ({}),
    // The payment service tells of the payment a moment after the browser is back.
    () => (hasPaid() ? { everyMs: untilPaidMs } : {}),
  );
  return (
    <Page title="Plan">
      <Answered what="the plan" asked={plan} skeleton={<Skeleton height={420} />}>
        {(answer) => (
          <div class={styles.page}>
            <Show when={hasPaid()}>
              <Show
                when={answer().status === "free"}
                fallback={<Notice tone="success">Thank you. Your new plan holds.</Notice>}
              >
                <Notice>
                  Thank you. The payment is being confirmed; your plan changes within a minute.
                </Notice>
              </Show>
            </Show>
            <UsagePanel plan={answer()} />
            <Show when={answer().status !== "self-hosted"} fallback={<SelfHostedPanel />}>
              <OffersPanel plan={answer()} />
            </Show>
          </div>
        )}
      </Answered>
    </Page>
  );
};
