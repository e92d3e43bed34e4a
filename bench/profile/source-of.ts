import { existsSync, readFileSync } from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";
import { fileURLToPath } from "node:url";

/** Finds the source file of a place in compiled code, by the map beside it. */
export const createSourceFinder = () => {
  const maps = new Map<string, SourceMap | undefined>();

  const load = (url: string): SourceMap | undefined => {
    const path = `${fileURLToPath(url)}.map`;
    if (!existsSync(path)) return undefined;
    return new SourceMap(JSON.parse(readFileSync(path, "utf8")) as SourceMapPayload);
  };

  /** @param line - from 0, as the column. */
  return (url: string, line: number, column: number): string => {
    if (!url.startsWith("file:")) return url;
    if (!maps.has(url)) maps.set(url, load(url));
    const entry = maps.get(url)?.findEntry(line, column);
    return entry && "originalSource" in entry ? new URL(entry.originalSource, url).pathname : url;
  };
};
