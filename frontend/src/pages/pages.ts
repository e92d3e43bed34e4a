import { type Component, lazy } from "solid-js";

/** A page as a chunk of its own, loaded when it is first gone to. */
const page = <Name extends string>(
  load: () => Promise<Record<Name, Component>>,
  name: Name,
): Component => lazy(async () => ({ default: (await load())[name] }));

/** Every page behind the sign-in, by its path. */
export const workspacePages = [
  { path: "/", component: page(() => import("./overview/overview-page"), "OverviewPage") },
  {
    path: "/requests/:request?",
    component: page(() => import("./requests/requests-page"), "RequestsPage"),
  },
  { path: "/keys", component: page(() => import("./keys/keys-page"), "KeysPage") },
  {
    path: "/credentials",
    component: page(() => import("./credentials/credentials-page"), "CredentialsPage"),
  },
  { path: "/models", component: page(() => import("./models/models-page"), "ModelsPage") },
  { path: "/routing", component: page(() => import("./routing/routing-page"), "RoutingPage") },
  { path: "/alerts", component: page(() => import("./alerts/alerts-page"), "AlertsPage") },
  { path: "/team", component: page(() => import("./team/team-page"), "TeamPage") },
  { path: "/plan", component: page(() => import("./plan/plan-page"), "PlanPage") },
  { path: "/audit", component: page(() => import("./audit/audit-page"), "AuditPage") },
  { path: "/settings", component: page(() => import("./settings/settings-page"), "SettingsPage") },
] as const;

/** Pages for whoever comes. */
export const publicPages = [
  { path: "/sign-in", component: page(() => import("./account/sign-in-page"), "SignInPage") },
  { path: "/sign-up", component: page(() => import("./account/sign-up-page"), "SignUpPage") },
  { path: "/confirm", component: page(() => import("./account/confirm-page"), "ConfirmPage") },
  { path: "/forgot", component: page(() => import("./account/forgot-page"), "ForgotPage") },
  { path: "/reset", component: page(() => import("./account/reset-page"), "ResetPage") },
  { path: "/invite", component: page(() => import("./account/invite-page"), "InvitePage") },
  { path: "*", component: page(() => import("./not-found/not-found-page"), "NotFoundPage") },
] as const;
