import { Show } from "solid-js";
import * as z from "zod";
import { line, timeZoneField } from "../../../../core/contract/fields";
import { createOrganization } from "../../../../core/contract/me";
import { useChange } from "../../api/use-change";
import { Button } from "../../components/button";
import { Notice } from "../../components/notice";
import { TextField } from "../../components/text-field";
import { TimeZoneField } from "../../components/time-zone-field";
import { createForm } from "../../state/form";
import { useSession } from "../../state/session-context";
import styles from "./account.module.css";
import { AccountCard } from "./account-card";
import { browserZone } from "./browser-zone";

const schema = z.object({ name: line(100), timeZone: timeZoneField });

/** For a user who belongs to no organization. */
export const FirstOrganization = (props: { readonly email: string }) => {
  const session = useSession();
  const create = useChange(createOrganization, ["me.get"]);
  const form = createForm(
    () => ({ name: "", timeZone: browserZone() }),
    (typed) => schema.safeParse(typed),
  );
  return (
    <AccountCard
      title="Create your organization"
      lead="You are in no organization. To join one, open the link of its invite instead."
      ways={
        <>
          <p>Signed in as {props.email}</p>
          <p>
            <button type="button" class={styles.act} onClick={() => session.signOut()}>
              Sign out
            </button>
          </p>
        </>
      }
    >
      <form class={styles.form} onSubmit={form.submit((body) => create.run({ body }))}>
        <TextField
          label="Name of organization"
          name="name"
          autocomplete="organization"
          value={form.typed.name}
          onInput={(text) => form.set("name", text)}
          error={form.errors.name}
          required
        />
        <TimeZoneField
          value={form.typed.timeZone}
          onInput={(text) => form.set("timeZone", text)}
          error={form.errors.timeZone}
        />
        <Show when={form.status.error}>{(words) => <Notice tone="danger">{words()}</Notice>}</Show>
        <Button type="submit" look="primary" busy={form.status.busy}>
          Create organization
        </Button>
      </form>
    </AccountCard>
  );
};
