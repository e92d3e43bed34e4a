import { Panel } from "../../components/panel";
import { EmailForm } from "./email-form";
import { LeaveOrganization } from "./leave-organization";
import { PasswordForm } from "./password-form";
import { SignOutEverywhere } from "./sign-out-everywhere";

/** What is the user's own, whatever their role. */
export const AccountPanel = () => (
  <Panel title="Your account">
    <EmailForm />
    <PasswordForm />
    <SignOutEverywhere />
    <LeaveOrganization />
  </Panel>
);
