import { Page } from "../../components/page";
import { AccountPanel } from "./account-panel";
import { DangerPanel } from "./danger-panel";
import { LimitsPanel } from "./limits-panel";
import { OrganizationPanel } from "./organization-panel";
import { RecordsPanel } from "./records-panel";
import { ThemePanel } from "./theme-panel";
import { UnsavedGuard } from "./unsaved";

export const SettingsPage = () => (
  <Page title="Settings" narrow>
    <UnsavedGuard>
      <OrganizationPanel />
      <LimitsPanel />
      <RecordsPanel />
      <AccountPanel />
      <ThemePanel />
      <DangerPanel />
    </UnsavedGuard>
  </Page>
);
