import { createSignal, Show } from "solid-js";
import { changeRole, type MemberAnswer } from "../../../../core/contract/members";
import type { Role } from "../../../../core/contract/role";
import { useChange } from "../../api/use-change";
import { ConfirmDialog } from "../../components/confirm-dialog";
import { SelectField } from "../../components/select-field";
import { say } from "../../components/toast";
import { useWorkspace } from "../../state/workspace";
import { roleRuling } from "./role-rules";
import { roleHints, roleTitles } from "./role-words";
import styles from "./team.module.css";

/** A member's role, to be chosen anew by whoever may; else why it stays. */
export const RoleChoice = (props: {
  readonly member: MemberAnswer;
  readonly members: readonly MemberAnswer[];
}) => {
  const { user, role, may } = useWorkspace();
  const change = useChange(changeRole, ["members.list", "me.get"]);
  const [giving, setGiving] = createSignal<Role>();
  const ruling = () => roleRuling({ user: user().id, role: role() }, props.member, props.members);
  const options = () => {
    const rule = ruling();
    const given = "allowed" in rule ? rule.allowed : [props.member.role];
    return given.map((value) => ({ value, label: roleTitles[value] }));
  };
  const reason = () => {
    const rule = ruling();
    return "because" in rule ? rule.because : undefined;
  };
  const give = (given: Role) =>
    change.run({ params: { user: props.member.user }, body: { role: given } });
  const choose = async (given: Role) => {
    const { email, role: before } = props.member;
    if (given === before) return;
    // Whoever gives a role of their own away can't take it back.
    if (props.member.user === user().id) {
      setGiving(given);
      return;
    }
    const done = await give(given).catch(() => undefined);
    if (!done) return;
    say(`${email} is now ${roleTitles[given].toLowerCase()}.`, {
      run: () => give(before).catch(() => undefined),
    });
  };
  const ownHint = () => {
    const given = giving();
    return given === undefined ? "" : roleHints[given];
  };
  return (
    <Show when={may("admin")} fallback={<span>{roleTitles[props.member.role]}</span>}>
      <div class={styles.role}>
        <SelectField
          label={`Role of ${props.member.email}`}
          hideLabel
          value={props.member.role}
          options={options()}
          disabled={reason() !== undefined || change.busy()}
          hint={reason()}
          error={change.error()?.message}
          onChange={(given) => void choose(given)}
        />
      </div>
      <ConfirmDialog
        open={giving() !== undefined}
        onClose={() => setGiving(undefined)}
        title="Change your own role?"
        confirm="Change my role"
        onConfirm={async () => {
          const given = giving();
          if (given !== undefined) await give(given);
        }}
      >
        <p>
          You can't take this back yourself: somebody else has to give you your role again. Your new
          role: {ownHint()}
        </p>
      </ConfirmDialog>
    </Show>
  );
};
