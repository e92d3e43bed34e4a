/** Folders of files, and files beside the page itself, such as `/theme.js`. */
const filePath = /^\/(?:(?:assets|\.well-known)(?:\/|$)|[^/]*\.[^/]*$)/;

/**
 * Whether a path is one of the dashboard's pages, which are all the same document: the browser finds
 * the page by its address. What is a file's path is not, so that a missing script is a 404 and never a
 * document. A page's path may have dots from its second segment on: `/models/openai/gpt-4.1`.
 *
 * @param path - without a query.
 */
export const isPagePath = (path: string): boolean => !filePath.test(path);
