import { createSignal, Show } from "solid-js";
import { emailField } from "../../../../core/contract/fields";
import { refreshMe } from "../../../../core/contract/me";
import { useChange } from "../../api/use-change";
import { Button } from "../../components/button";
import { Notice } from "../../components/notice";
import { TextField } from "../../components/text-field";
import { say } from "../../components/toast";
import { useSession } from "../../state/session-context";
import { useWorkspace } from "../../state/workspace";
import { useAttempt } from "../account/use-attempt";
import styles from "./settings.module.css";
import { useUnsaved } from "./unsaved";

/** The code that came to the new address. */
const CodeForm = (props: {
  readonly email: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}) => {
  const session = useSession();
  const refresh = useChange(refreshMe, ["me.get", "members.list"]);
  const [code, setCode] = createSignal("");
  const attempt = useAttempt("change the address", "Your session has ended. Sign in again.");
  const verify = async (event: Event) => {
    event.preventDefault();
    const done = await attempt.run(async () => {
      const [service, user] = await Promise.all([session.service(), session.user()]);
      await service.verifyEmail(user, code().trim());
      await refresh.run();
    });
    if (!done) return;
    say(`Your address is ${props.email} now.`);
    props.onDone();
  };
  return (
    <form class={styles.form} onSubmit={(event) => void verify(event)}>
      <p>
        We sent a code to <strong>{props.email}</strong>. Until you enter it, your old address
        stays.
      </p>
      <TextField
        label="Code"
        name="code"
        inputmode="numeric"
        autocomplete="one-time-code"
        value={code()}
        onInput={setCode}
        error={attempt.error()}
        autofocus
        required
      />
      <div class={styles.foot}>
        <Button type="submit" look="primary" busy={attempt.busy()}>
          Confirm the address
        </Button>
        <Button onClick={() => props.onCancel()}>Cancel</Button>
      </div>
    </form>
  );
};

/** Which address the user signs in with. */
export const EmailForm = () => {
  const session = useSession();
  const { user } = useWorkspace();
  const [email, setEmail] = createSignal("");
  const [problem, setProblem] = createSignal<string>();
  const [sentTo, setSentTo] = createSignal<string>();
  const attempt = useAttempt("send the code", "Your session has ended. Sign in again.");
  useUnsaved(() => email() !== "" || sentTo() !== undefined);
  const clear = () => {
    setEmail("");
    setSentTo(undefined);
  };
  const problemOf = (typed: string): string | undefined => {
    const read = emailField.safeParse(typed);
    if (!read.success) return "This is no e-mail address.";
    return read.data === user().email ? "This is your address already." : undefined;
  };
  const send = async (event: Event) => {
    event.preventDefault();
    const to = email().trim().toLowerCase();
    setProblem(problemOf(to));
    if (problem() !== undefined) return;
    const sent = await attempt.run(async () => {
      const [service, own] = await Promise.all([session.service(), session.user()]);
      await service.changeEmail(own, to);
    });
    if (sent) setSentTo(to);
  };
  return (
    <Show
      when={sentTo()}
      fallback={
        <form class={styles.form} onSubmit={(event) => void send(event)}>
          <p class={styles.words}>
            <strong>E-mail address</strong>
            <br />
            {user().email}
          </p>
          <TextField
            label="New address"
            name="newEmail"
            type="email"
            autocomplete="email"
            value={email()}
            onInput={setEmail}
            error={problem()}
          />
          <Show when={attempt.error()}>{(words) => <Notice tone="danger">{words()}</Notice>}</Show>
          <div class={styles.foot}>
            <Button type="submit" busy={attempt.busy()}>
              Send a code
            </Button>
          </div>
        </form>
      }
    >
      {(to) => <CodeForm email={to()} onDone={clear} onCancel={() => setSentTo(undefined)} />}
    </Show>
  );
};
