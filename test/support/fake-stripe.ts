import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A subscription as a test sets it; times are seconds since 1970 UTC, as Stripe has them. */
export type FakeSubscription = {
  readonly id: string;
  readonly customer: string;
  readonly price: string;
  readonly status: string;
  readonly periodEnd: number;
  readonly cancelAtPeriodEnd?: boolean;
  readonly cancelAt?: number;
  readonly metadata?: Readonly<Record<string, string>>;
};

export type FakeStripe = {
  readonly apiBase: string;
  readonly subscriptions: Map<string, FakeSubscription>;
  /** Ids of customers, with what they were made of; null: deleted. */
  readonly customers: Map<string, Readonly<Record<string, string>> | null>;
  /** `open` checkout pages by id. */
  readonly sessions: Map<string, { readonly customer: string; status: string }>;
  /** Method and path of each call, with its form. */
  readonly calls: { readonly call: string; readonly form: Readonly<Record<string, string>> }[];
  close(): Promise<void>;
};

type Form = Readonly<Record<string, string>>;

const toWire = (one: FakeSubscription) => ({
  id: one.id,
  object: "subscription",
  customer: one.customer,
  status: one.status,
  metadata: one.metadata ?? {},
  cancel_at_period_end: one.cancelAtPeriodEnd ?? false,
  cancel_at: one.cancelAt ?? (one.cancelAtPeriodEnd ? one.periodEnd : null),
  items: {
    object: "list",
    data: [{ id: `si_${one.id}`, price: { id: one.price }, current_period_end: one.periodEnd }],
  },
});

const missing = { error: { type: "invalid_request_error", code: "resource_missing" } };

const readForm = async (request: IncomingMessage): Promise<Form> => {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return Object.fromEntries(new URLSearchParams(body));
};

const list = (data: readonly unknown[]) => ({ object: "list", data, has_more: false });

type Answer = { readonly status?: number; readonly body: unknown };
type State = Omit<FakeStripe, "apiBase" | "close">;

const ended = new Set(["canceled", "incomplete_expired"]);

const answerCustomers = (state: State, method: string, id: string, form: Form): Answer => {
  const { customers, subscriptions } = state;
  if (method === "POST") {
    const made = `cus_${customers.size + 1}`;
    customers.set(made, form);
    return { body: { id: made, object: "customer" } };
  }
  if (!customers.get(id)) return { status: 404, body: missing };
  customers.set(id, null);
  for (const [name, one] of subscriptions) {
    if (one.customer === id) subscriptions.set(name, { ...one, status: "canceled" });
  }
  return { body: { id, object: "customer", deleted: true } };
};

const answerSubscriptions = (state: State, method: string, id: string, form: Form): Answer => {
  const { subscriptions } = state;
  const found = subscriptions.get(id);
  if (!found) return { status: 404, body: missing };
  if (method === "GET") return { body: toWire(found) };
  const { cancel_at_period_end: atEnd, cancel_at: at } = form;
  const { cancelAt: _, ...rest } = found;
  const changed = {
    ...(at === "" ? rest : found),
    ...(atEnd !== undefined && { cancelAtPeriodEnd: atEnd === "true" }),
  };
  subscriptions.set(id, changed);
  return { body: toWire(changed) };
};

const answerSessions = (state: State, path: readonly string[], form: Form): Answer => {
  const { sessions } = state;
  const [, , , id, verb] = path;
  if (id !== undefined && verb === "expire") {
    const session = sessions.get(id);
    if (session) session.status = "expired";
    return { body: { id, object: "checkout.session", status: "expired" } };
  }
  const made = `cs_${sessions.size + 1}`;
  sessions.set(made, { customer: form.customer ?? "", status: "open" });
  return { body: { id: made, url: `https://checkout.stripe.com/${made}` } };
};

const answer = (state: State, method: string, url: URL, form: Form): Answer => {
  const path = url.pathname.split("/").filter((part) => part !== "");
  const [, noun, second = ""] = path;
  const customer = url.searchParams.get("customer");
  if (noun === "customers") return answerCustomers(state, method, second, form);
  if (noun === "subscriptions" && second === "") {
    const own = [...state.subscriptions.values()].filter((one) => one.customer === customer);
    return { body: list(own.filter(({ status }) => !ended.has(status)).map(toWire)) };
  }
  if (noun === "subscriptions") return answerSubscriptions(state, method, second, form);
  if (noun === "checkout" && method === "GET") {
    const open = [...state.sessions].filter(
      ([, one]) => one.customer === customer && one.status === "open",
    );
    return { body: list(open.map(([id]) => ({ id }))) };
  }
  if (noun === "checkout") return answerSessions(state, path, form);
  if (noun === "billing_portal") {
    return { body: { id: "bps_1", url: "https://billing.stripe.com/p/session" } };
  }
  return { status: 404, body: missing };
};

/** The few endpoints of Stripe that are used, over HTTP, for the stock client. */
export const startFakeStripe = async (): Promise<FakeStripe> => {
  const state: State = {
    subscriptions: new Map(),
    customers: new Map(),
    sessions: new Map(),
    calls: [],
  };
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const form = await readForm(request);
    const url = new URL(request.url ?? "/", "http://localhost");
    const method = request.method ?? "GET";
    state.calls.push({ call: `${method} ${url.pathname}`, form });
    const { status = 200, body } = answer(state, method, url, form);
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...state,
    apiBase: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
