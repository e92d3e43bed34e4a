import { Show } from "solid-js";
import { getSummary } from "../../../../../core/contract/usage";
import { useOperation } from "../../../api/use-operation";
import { Button, LinkButton } from "../../../components/button";
import { CodeBlock } from "../../../components/code-block";
import { EmptyState } from "../../../components/states";
import styles from "../overview.module.css";
import type { Overview } from "../overview-state";
import { firstRequest } from "./tag-examples";
import { useGatewayUrl } from "./use-gateway-url";

const dayMs = 86_400_000;
/** As long a period as the API answers for. */
const longestMs = 399 * dayMs;

const FirstSteps = () => {
  const gatewayUrl = useGatewayUrl();
  return (
    <div class={styles.firstSteps}>
      <EmptyState
        title="No traffic yet. Add a credential, create a key, send one request"
        actions={
          <>
            <LinkButton href="/credentials" look="primary">
              Add a credential
            </LinkButton>
            <LinkButton href="/keys">Create a key</LinkButton>
          </>
        }
      />
      <CodeBlock label="First request" code={firstRequest(gatewayUrl())} copy />
    </div>
  );
};

/** A period without a request: there never was one, or there were at other times. */
export const NoTraffic = (props: { readonly overview: Overview }) => {
  const ever = useOperation(getSummary, () => {
    const { to } = props.overview.period.range();
    return {
      query: {
        from: new Date(to - longestMs).toISOString(),
        to: new Date(Math.max(to, Date.now())).toISOString(),
      },
    };
  });
  return (
    <Show when={ever.data && ever.data.current.requests > 0} fallback={<FirstSteps />}>
      <EmptyState
        title="No traffic in this period."
        actions={
          <Button onClick={() => props.overview.period.choose("90d")}>Show the last 90 days</Button>
        }
      />
    </Show>
  );
};
