import { A } from "@solidjs/router";
import { Show } from "solid-js";
import { createInvite } from "../../../../core/contract/invites";
import type { Role } from "../../../../core/contract/role";
import { ApiError } from "../../api/api-error";
import { useChange } from "../../api/use-change";
import { Button } from "../../components/button";
import { Notice } from "../../components/notice";
import { Panel } from "../../components/panel";
import { SelectField } from "../../components/select-field";
import { TextField } from "../../components/text-field";
import { say } from "../../components/toast";
import { createForm } from "../../state/form";
import { useWorkspace } from "../../state/workspace";
import { rolesToGive } from "./role-rules";
import { roleHints, roleTitles } from "./role-words";
import styles from "./team.module.css";

const blank = (): { email: string; role: Role } => ({ email: "", role: "member" });

/** E-mail and role of somebody who is to join. */
export const InvitePanel = () => {
  const { user, role } = useWorkspace();
  const change = useChange(createInvite, ["invites.list", "plan.get"]);
  const form = createForm(blank, (typed) =>
    createInvite.body.safeParse({ ...typed, email: typed.email.trim() }),
  );
  const options = () =>
    rolesToGive({ user: user().id, role: role() }).map((value) => ({
      value,
      label: roleTitles[value],
    }));
  const send = form.submit(async (body) => {
    await change.run({ body });
    form.reset();
    say(`Invite sent to ${body.email}. Its link is good for 7 days.`);
  });
  const isFull = () => {
    const failure = change.error();
    return failure instanceof ApiError && failure.code === "plan_limit";
  };
  return (
    <Panel
      title="Invite a teammate"
      description="They'll receive an email with a link to join your SmashCost workspace."
    >
      <form class={styles.invite} onSubmit={(event) => void send(event)} novalidate>
        <TextField
          name="email"
          label="Email"
          type="email"
          inputmode="email"
          value={form.typed.email}
          onInput={(text) => form.set("email", text)}
          error={form.errors.email}
        />
        <SelectField
          label="Role"
          value={form.typed.role}
          options={options()}
          onChange={(chosen) => form.set("role", chosen)}
          hint={roleHints[form.typed.role]}
          error={form.errors.role}
        />
        <div class={styles.send}>
          <Button type="submit" look="primary" needs="admin" busy={form.status.busy}>
            Send
          </Button>
        </div>
        <Show when={form.status.error}>
          <div class={styles.whole}>
            <Notice
              tone="danger"
              actions={
                <Show when={isFull()}>
                  <A href="/plan">Plan</A>
                </Show>
              }
            >
              Couldn't send the invite: {form.status.error}
            </Notice>
          </div>
        </Show>
      </form>
    </Panel>
  );
};
