import { AccountCard } from "./account-card";

/** For a user who belongs to no organization. */
export const FirstOrganization = (props: { readonly email: string }) => (
  <AccountCard title="Create an organization">{props.email}</AccountCard>
);
