import { createGatewayServer } from "../../lambdas/gateway/server";
import { wireGateway } from "../../lambdas/gateway/wire";
import { listen } from "../processes/listen";
import { runRole } from "../processes/role";
import { createProfiler } from "../profile/profiler";

export type GatewayInput = {
  /** As `core/env/gateway-env` describes, with AWS's own variables. */
  readonly environment: Readonly<Record<string, string>>;
  readonly upstreamUrl: string;
};
export type GatewayReady = { readonly port: number };

const role = async ({ environment, upstreamUrl }: GatewayInput) => {
  Object.assign(process.env, environment);
  const { answer, usage } = wireGateway(process.env, { baseUrls: { openai: `${upstreamUrl}/v1` } });
  let taken = 0;
  const { server, idle } = createGatewayServer((request) => {
    taken += 1;
    return answer(request);
  });
  const settle = async (): Promise<void> => {
    await idle();
    await usage.drained();
  };
  const { startProfile, stopProfile } = createProfiler();
  const ready: GatewayReady = { port: await listen(server) };
  return {
    ready,
    commands: {
      /** Requests taken so far, once all of them are answered and in the queue. */
      async taken(): Promise<number> {
        await settle();
        return taken;
      },
      startProfile,
      stopProfile,
    },
    stop: settle,
  };
};

export type GatewayCommands = Awaited<ReturnType<typeof role>>["commands"];

/** The gateway with its production HTTP shell and its production wiring, and nothing else. */
runRole(role);
