import { execFileSync } from "node:child_process";
import { compileRoles } from "../processes/compile";

/** Milliseconds until the classifier is ready, each in a process of its own. */
export const measureColdLoads = async (root: string, times: number): Promise<readonly number[]> => {
  const compiled = await compileRoles(root, ["cold-router"]);
  try {
    const entry = compiled.entry("cold-router");
    return Array.from({ length: times }, () =>
      Number(execFileSync(process.execPath, [entry], { encoding: "utf8" })),
    );
  } finally {
    compiled.remove();
  }
};
