import { execFile } from "node:child_process";
import { sandboxColumns } from "./columns";
import { strayRefusals } from "./refusals";
import { clients } from "./stock-clients";

/**
 * The command as a user runs it: the clients then run as they do in an app, on Node itself. Models of
 * real names are left to those who run it whole.
 */
const runCommand = (): Promise<{ code: number; output: string }> =>
  new Promise((done) => {
    const command = ["node_modules/tsx/dist/cli.mjs", "test/conformance/run.ts", ...sandboxColumns];
    execFile(process.execPath, command, (error, stdout, stderr) => {
      done({ code: error ? Number(error.code ?? 1) : 0, output: `${stdout}${stderr}`.trim() });
    });
  });

const cellsOf = ({ cases, model }: (typeof clients)[number]): number =>
  Object.keys(cases).length * (model === undefined ? sandboxColumns.length : 1);

test("every refusal by design is of a case that there is", () => {
  expect(strayRefusals(clients)).toEqual([]);
});

test("the stock clients do on every provider's dialect what their users do", async () => {
  const { code, output } = await runCommand();
  expect(output).toMatch(/ 0 failed$/);
  const [, cells] = /^(\d+) cells in /m.exec(output) ?? [];
  expect(Number(cells)).toBe(clients.reduce((sum, client) => sum + cellsOf(client), 0));
  expect(code).toBe(0);
}, 300_000);
