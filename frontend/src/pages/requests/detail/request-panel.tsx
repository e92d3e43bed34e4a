import ChevronDown from "lucide-solid/icons/chevron-down";
import ChevronUp from "lucide-solid/icons/chevron-up";
import X from "lucide-solid/icons/x";
import { onMount } from "solid-js";
import { getRequest } from "../../../../../core/contract/requests";
import { useOperation } from "../../../api/use-operation";
import { IconButton } from "../../../components/button";
import { Answered } from "../../../components/panel";
import { SkeletonLines } from "../../../components/skeleton";
import { AttemptsPart } from "./attempts-part";
import { CostPart } from "./cost-part";
import styles from "./detail.module.css";
import { SummaryPart, TagsPart } from "./facts-part";
import { PromptPart } from "./prompt-part";
import { WhyPart } from "./why-part";

/** All that is known of one request, beside the list, or over it where there is no room. */
export const RequestPanel = (props: {
  readonly request: string;
  /** 1 for the next row, -1 for the one before. */
  readonly onMove: (by: 1 | -1) => void;
  readonly onClose: () => void;
}) => {
  let heading: HTMLHeadingElement | undefined;
  const asked = useOperation(getRequest, () => ({ params: { request: props.request } }));
  onMount(() => heading?.focus({ preventScroll: true }));
  return (
    <aside class={styles.panel} aria-label="Request">
      <header class={styles.head}>
        <h2 ref={(element) => (heading = element)} tabindex="-1" class={styles.title}>
          Request
        </h2>
        <IconButton label="Row above (K)" onClick={() => props.onMove(-1)}>
          <ChevronUp size={16} aria-hidden="true" />
        </IconButton>
        <IconButton label="Row below (J)" onClick={() => props.onMove(1)}>
          <ChevronDown size={16} aria-hidden="true" />
        </IconButton>
        <IconButton label="Close (Esc)" onClick={() => props.onClose()}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      </header>
      {/* It scrolls, so the keyboard must reach it. */}
      <section class={styles.body} tabindex="0" aria-label="What is known of the request">
        <Answered
          what="the request"
          asked={asked}
          skeleton={<SkeletonLines lines={12} height={28} />}
        >
          {(detail) => (
            <>
              <span class="visually-hidden" role="status">
                Request for {detail().row.requested}
              </span>
              <div class={styles.parts}>
                <SummaryPart detail={detail()} />
                <WhyPart detail={detail()} />
                <CostPart detail={detail()} />
                <AttemptsPart detail={detail()} />
                <TagsPart detail={detail()} />
                <PromptPart detail={detail()} />
              </div>
            </>
          )}
        </Answered>
      </section>
    </aside>
  );
};
