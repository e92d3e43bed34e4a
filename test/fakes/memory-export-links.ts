import type { ExportLink, ExportLinks } from "../../core/ports/export-links";

/** Links in a map, which nothing is taken out of. */
export const createMemoryExportLinks = (): ExportLinks => {
  const links = new Map<string, ExportLink>();
  return {
    put: async (tokenHash, link) => {
      links.set(tokenHash, link);
    },
    find: async (tokenHash) => links.get(tokenHash),
  };
};
