import { chatCall } from "../load/call";
import { warmUp } from "../load/warm-up";
import { connections } from "../plan";
import { findCores } from "../processes/cores";
import { setStage } from "../stage";
import { describeProfile } from "./describe-profile";

const profiledSeconds = 5;
const warmUpPlan = { requests: 15_000, mostSeconds: 20 };

/** Says where the gateway's CPU goes at full load. */
export const profileGateway = async (
  root: string,
  tell: (progress: string) => void,
): Promise<string> => {
  const stage = await setStage(root, findCores());
  try {
    const { load, gateway, gatewayUrl, limitedKey } = stage;
    const call = chatCall(gatewayUrl, limitedKey);
    tell("warming up");
    await warmUp(load, call, warmUpPlan);
    tell("profiling");
    await gateway.ask("startProfile", undefined);
    const before = await gateway.usage();
    const saturate = { call, connections, seconds: profiledSeconds };
    const { answered } = await load.ask("saturate", saturate);
    const after = await gateway.usage();
    const profile = await gateway.ask("stopProfile", undefined);
    return describeProfile({ profile, answered, cpuMs: after.cpuMs - before.cpuMs });
  } finally {
    await stage.stop();
  }
};
