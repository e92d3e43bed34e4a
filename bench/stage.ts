import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ApiKey } from "../core/keys/key-format";
import { loadIdentity } from "../local/identity";
import { streaming } from "./plan";
import { atExit } from "./processes/at-exit";
import { compileRoles } from "./processes/compile";
import { type Cores, unpin } from "./processes/cores";
import { type Pinned, startPinned } from "./processes/pinned";
import type { Commands } from "./processes/role";
import type { CloudInput, CloudReady } from "./roles/cloud";
import type { GatewayCommands, GatewayInput, GatewayReady } from "./roles/gateway";
import type { LoadCommands } from "./roles/load";
import type { PassThroughInput, PassThroughReady } from "./roles/pass-through";
import type { RecorderCommands, RecorderInput } from "./roles/recorder";
import type { UpstreamInput, UpstreamReady } from "./roles/upstream";

/** All processes of the benchmark, running. */
export type Stage = {
  readonly cores: Cores;
  readonly upstreamUrl: string;
  readonly passThroughUrl: string;
  readonly gatewayUrl: string;
  /** A key with a budget and a limit of requests per minute. */
  readonly limitedKey: ApiKey;
  /** A key without any. */
  readonly unlimitedKey: ApiKey;
  readonly load: Pinned<unknown, LoadCommands>;
  readonly passThrough: Pinned<PassThroughReady, Commands>;
  readonly gateway: Pinned<GatewayReady, GatewayCommands>;
  readonly recorder: Pinned<unknown, RecorderCommands>;
  /** Gives what records both cores: nothing is measured any more. */
  freeCores(): void;
  stop(): Promise<void>;
};

const local = (port: number): string => `http://127.0.0.1:${port}`;

/**
 * Starts upstream, load, and AWS's part on one core; the gateway and the bare pass-through, which
 * work in turns, on the other. The recorder works at low priority, as it works elsewhere at AWS.
 */
export const setStage = async (root: string, cores: Cores): Promise<Stage> => {
  const dataDir = mkdtempSync(join(tmpdir(), "smashcost-bench-"));
  const removeData = atExit(() => rmSync(dataDir, { recursive: true, force: true }));
  const running: { stop(): Promise<void> }[] = [];
  const roles = await compileRoles(root);
  const stop = async (): Promise<void> => {
    for (const child of running.reverse()) await child.stop();
    roles.remove();
    removeData();
  };
  const keep = <T extends { stop(): Promise<void> }>(child: T): T => {
    running.push(child);
    return child;
  };
  const aside = { core: cores.load };
  const measured = { core: cores.gateway };
  try {
    const identity = await loadIdentity(dataDir);
    const upstream = keep(
      await startPinned<UpstreamReady, Commands>(roles.entry("upstream"), aside, {
        spacingMs: streaming.spacingMs,
      } satisfies UpstreamInput),
    );
    const upstreamUrl = local(upstream.ready.port);
    const cloud = keep(
      await startPinned<CloudReady, Commands>(roles.entry("cloud"), aside, {
        dataDir: join(dataDir, "cloud"),
        identity,
      } satisfies CloudInput),
    );
    const { environment, limitedKey } = cloud.ready;
    const recorder = keep(
      await startPinned<unknown, RecorderCommands>(
        roles.entry("recorder"),
        { ...aside, background: true },
        {
          dataDir: join(dataDir, "records"),
          identity,
          queueCloud: environment,
        } satisfies RecorderInput,
      ),
    );
    const gateway = keep(
      await startPinned<GatewayReady, GatewayCommands>(roles.entry("gateway"), measured, {
        environment,
        upstreamUrl,
      } satisfies GatewayInput),
    );
    const passThrough = keep(
      await startPinned<PassThroughReady, Commands>(roles.entry("pass-through"), measured, {
        upstreamUrl,
      } satisfies PassThroughInput),
    );
    const load = keep(
      await startPinned<unknown, LoadCommands>(roles.entry("load"), aside, undefined),
    );
    return {
      cores,
      upstreamUrl,
      passThroughUrl: local(passThrough.ready.port),
      gatewayUrl: local(gateway.ready.port),
      limitedKey,
      unlimitedKey: identity.apiKey,
      load,
      passThrough,
      gateway,
      recorder,
      freeCores() {
        for (const { pid } of [cloud, recorder]) unpin(pid, cores);
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
