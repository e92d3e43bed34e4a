const packageOf = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//;

const nodeParts: readonly (readonly [RegExp, string])[] = [
  [/^node:(?:_http|http|internal\/http)/, "node:http"],
  [/^node:(?:net|internal\/(?:net|stream_base))/, "node:net"],
  [/^node:(?:stream|internal\/(?:streams|webstreams))/, "node:streams"],
  [/^node:(?:events|internal\/(?:events|event_target|abort_controller))/, "node:events"],
  [/^node:(?:timers|internal\/(?:timers|process|async_hooks))/, "node:timers and ticks"],
];

/** The part of the program that a source belongs to: a package, a part of Node, or a folder of ours. */
export const ownerOf = (source: string, functionName: string): string => {
  if (source === "") return functionName.startsWith("(") ? functionName : "V8 and native code";
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
