import { CodeBlock } from "../../../components/code-block";
import { Tabs } from "../../../components/tabs";
import styles from "../overview.module.css";
import { tagExamples } from "./tag-examples";
import { useGatewayUrl } from "./use-gateway-url";

/** Shown while traffic comes that nobody can attribute. */
export const TagBanner = () => {
  const gatewayUrl = useGatewayUrl();
  return (
    <section class={styles.banner} aria-label="Attribute spend">
      <p class={styles.bannerWords}>
        You're sending AI traffic — add these headers to attribute spend by customer and feature.
        Takes 2 minutes.
      </p>
      <Tabs
        label="Examples"
        tabs={tagExamples(gatewayUrl()).map(({ value, title }, at) => ({
          value,
          title,
          content: () => (
            <CodeBlock
              label={`${title} example`}
              code={tagExamples(gatewayUrl())[at]?.code ?? ""}
              copy
            />
          ),
        }))}
      />
    </section>
  );
};
