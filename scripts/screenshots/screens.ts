/** What of the running product is put into paths that need one. */
export type Example = {
  readonly email: string;
  /** Of a request that was answered. */
  readonly requestId: string;
};

export type Screen = {
  /** Of its file. */
  readonly name: string;
  readonly path: (example: Example) => string;
  /** Whether it is looked at signed in. */
  readonly signedIn: boolean;
};

const open = (name: string, path: Screen["path"]): Screen => ({ name, path, signedIn: false });
const own = (name: string, path: Screen["path"]): Screen => ({ name, path, signedIn: true });

/** Every screen of the dashboard, in the order of its pictures. */
export const screens: readonly Screen[] = [
  open("sign-in", () => "/sign-in"),
  open("sign-up", () => "/sign-up"),
  open("confirm", ({ email }) => `/confirm?email=${encodeURIComponent(email)}&code=123456`),
  open("forgot", () => "/forgot"),
  open("reset", ({ email }) => `/reset?email=${encodeURIComponent(email)}&code=123456`),
  open("invite", () => "/invite?token=expired"),
  own("overview", () => "/"),
  own("requests", () => "/requests"),
  own("request", ({ requestId }) => `/requests/${requestId}`),
  own("keys", () => "/keys"),
  own("credentials", () => "/credentials"),
  own("models", () => "/models"),
  own("routing", () => "/routing"),
  own("alerts", () => "/alerts"),
  own("team", () => "/team"),
  own("plan", () => "/plan"),
  own("settings", () => "/settings"),
  own("audit", () => "/audit"),
  own("unknown", () => "/no/such/page"),
];
