import type { StackTime } from "./self-times";

const packageOf = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//;

const nodeParts: readonly (readonly [RegExp, string])[] = [
  [/^node:(?:_http|http|internal\/http)/, "node:http"],
  [/^node:(?:net|internal\/(?:net|stream_base))/, "node:net"],
  [/^node:(?:stream|internal\/(?:streams|webstreams))/, "node:streams"],
  [/^node:(?:events|internal\/(?:events|event_target|abort_controller))/, "node:events"],
  [/^node:(?:timers|internal\/(?:timers|process|async_hooks))/, "node:timers and ticks"],
];

const native = "V8 and native code";

/** The part of the program that a source belongs to: a package, a part of Node, or a folder of ours. */
const partOf = (source: string, functionName: string): string => {
  if (source === "") return functionName.startsWith("(") ? functionName : native;
  // Of all packages here, undici alone brings WebAssembly: its HTTP parser.
  if (source.startsWith("wasm:")) return "undici";
  if (source.startsWith("node:")) {
    return nodeParts.find(([pattern]) => pattern.test(source))?.[1] ?? "node:others";
  }
  const name = packageOf.exec(source)?.[1];
  if (name === undefined) {
    return `own: ${/(core|lambdas|local|bench)\/[^/]+(?:\/[^/.]+(?=\/))?/.exec(source)?.[0] ?? source}`;
  }
  return /^@(?:aws-sdk|smithy|aws|aws-crypto)\//.test(name) ? "AWS SDK" : name;
};

const isPlatform = (owner: string): boolean => owner === native || owner.startsWith("node:");

/** @param sourceOf - finds the source file of a place in compiled code. */
export const createOwners = (sourceOf: (url: string, line: number, column: number) => string) => {
  const source = ({ frame: { url, lineNumber, columnNumber } }: StackTime): string =>
    sourceOf(url, lineNumber, columnNumber);
  const owner = (time: StackTime): string => partOf(source(time), time.frame.functionName);
  return {
    source,
    owner,
    /** The function itself, but what Node and V8 do is their caller's, where the stack shows one. */
    payer(time: StackTime): StackTime {
      for (let at: StackTime | undefined = time; at; at = at.caller) {
        const name = owner(at);
        if (name === "(root)") break;
        if (!isPlatform(name)) return at;
      }
      return time;
    },
  };
};
