import { Page } from "../../components/page";
import { InvitePanel } from "./invite-panel";
import { InvitesPanel } from "./invites-panel";
import { MembersPanel } from "./members-panel";

/** Who is in the organization, and who was asked to come. */
export const TeamPage = () => (
  <Page title="Team">
    <MembersPanel />
    <InvitePanel />
    <InvitesPanel />
  </Page>
);
