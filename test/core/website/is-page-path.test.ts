import { isPagePath } from "../../../core/website/is-page-path";

test.each([
  "/",
  "/sign-in",
  "/requests/req_01KAVQ2Y8Z3T6M0N4R5S7W9X1B",
  "/models/openai/gpt-4.1",
  "/models/together/meta-llama/Llama-3.3-70B-Instruct-Turbo",
  "/assets-of-mine",
])("%s is a page", (path) => expect(isPagePath(path)).toBe(true));

test.each([
  "/assets",
  "/assets/",
  "/assets/index-CmW_puyd.css",
  "/assets/deeper/none",
  "/theme.js",
  "/favicon.ico",
  "/.env",
  "/.well-known/security.txt",
  "/.well-known/change-password",
])("%s is a file", (path) => expect(isPagePath(path)).toBe(false));
