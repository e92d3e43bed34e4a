/** What spreadsheets begin a formula with, full-width forms included. */
const beginsFormula = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * Text that no spreadsheet runs: a cell that begins as a formula does begins with an apostrophe.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection (read 2026-11-24)
 */
export const harmless = (text: string): string => (beginsFormula.test(text) ? `'${text}` : text);
