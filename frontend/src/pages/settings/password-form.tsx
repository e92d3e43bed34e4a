import { Show } from "solid-js";
import * as z from "zod";
import { Button } from "../../components/button";
import { Notice } from "../../components/notice";
import { PasswordField } from "../../components/text-field";
import { say } from "../../components/toast";
import { createForm } from "../../state/form";
import { useSession } from "../../state/session-context";
import { useWorkspace } from "../../state/workspace";
import { newPassword } from "../account/new-password";
import { useAttempt } from "../account/use-attempt";
import styles from "./settings.module.css";
import { useUnsaved } from "./unsaved";

const schema = z.object({
  current: z.string().min(1, "Enter the password that you have now."),
  password: newPassword,
});

export const PasswordForm = () => {
  const session = useSession();
  const { user } = useWorkspace();
  const attempt = useAttempt("change the password", "This is not your current password.");
  const form = createForm(
    () => ({ current: "", password: "" }),
    (typed) => schema.safeParse(typed),
  );
  useUnsaved(() => form.status.touched);
  const change = async ({ current, password }: z.infer<typeof schema>) => {
    const done = await attempt.run(async () => {
      const [service, own] = await Promise.all([session.service(), session.user()]);
      await service.changePassword(own, current, password);
    });
    if (!done) return;
    form.reset();
    say("Your password is changed. Other sessions go on: you can end them below.");
  };
  return (
    <form class={styles.form} onSubmit={(event) => void form.submit(change)(event)}>
      <strong>Password</strong>
      {/* For password managers, which ask whose password it is. */}
      <input
        class="visually-hidden"
        type="email"
        autocomplete="username"
        value={user().email}
        readOnly
        tabindex="-1"
        aria-label="Email"
      />
      <div class={styles.pair}>
        <PasswordField
          label="Current password"
          name="currentPassword"
          value={form.typed.current}
          onInput={(text) => form.set("current", text)}
          error={form.errors.current}
        />
        <PasswordField
          label="New password"
          name="newPassword"
          autocomplete="new-password"
          value={form.typed.password}
          onInput={(text) => form.set("password", text)}
          hint="Minimum 8 characters"
          error={form.errors.password}
        />
      </div>
      <Show when={attempt.error()}>{(words) => <Notice tone="danger">{words()}</Notice>}</Show>
      <div class={styles.foot}>
        <Button type="submit" busy={form.status.busy}>
          Change password
        </Button>
      </div>
    </form>
  );
};
