import { Show } from "solid-js";
import type { KeyAnswer } from "../../../../core/contract/keys";
import type { Asked } from "../../api/use-operation";
import { ChoiceButtons } from "../../components/choice-buttons";
import { Answered, Panel } from "../../components/panel";
import { SkeletonLines } from "../../components/skeleton";
import { useFilters } from "../../state/filters";
import type { KeyActions } from "./key-columns";
import { keyViewOf, keyViewOptions } from "./key-status";
import styles from "./keys.module.css";
import { KeysList } from "./keys-list";

/** All keys, the live ones until others are asked for; which, is in the URL. */
export const KeysPanel = (
  props: KeyActions & {
    readonly keys: Asked<{ keys: KeyAnswer[] }>;
    readonly onCreate: () => void;
  },
) => {
  const filters = useFilters(["status"]);
  const view = () => keyViewOf(filters.get("status")[0]);
  const known = () => props.keys.data?.keys ?? [];
  return (
    <Panel
      title="Keys"
      flush
      actions={
        <Show when={known().length > 0}>
          <ChoiceButtons
            label="Which keys"
            value={view()}
            options={keyViewOptions(known())}
            onChange={(chosen) => filters.set("status", chosen === "active" ? [] : [chosen])}
          />
        </Show>
      }
    >
      <Answered
        what="API keys"
        asked={props.keys}
        skeleton={
          <div class={styles.skeleton}>
            <SkeletonLines lines={4} height={36} />
          </div>
        }
      >
        {(answer) => (
          <KeysList
            keys={answer().keys}
            view={view()}
            onCreate={() => props.onCreate()}
            onEdit={(key) => props.onEdit(key)}
            onRevoke={(key) => props.onRevoke(key)}
            onShowAll={() => filters.set("status", ["all"])}
          />
        )}
      </Answered>
    </Panel>
  );
};
