import { LinkButton } from "../../components/button";
import styles from "./account.module.css";

/** For whoever is not signed in: with the invited address alone is the invite any good. */
export const InviteWaysIn = (props: { readonly token: string; readonly email: string }) => {
  const signUp = () =>
    `/sign-up?${new URLSearchParams({ invite: props.token, email: props.email })}`;
  const signIn = () => {
    const next = `/invite?token=${props.token}`;
    return `/sign-in?${new URLSearchParams({ next, email: props.email })}`;
  };
  return (
    <div class={styles.form}>
      <LinkButton href={signUp()} look="primary">
        Create an account
      </LinkButton>
      <LinkButton href={signIn()}>I have an account: sign in</LinkButton>
    </div>
  );
};
