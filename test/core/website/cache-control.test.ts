import { cacheControl } from "../../../core/website/cache-control";

test.each([
  { path: "/assets/index-CmW_puyd.css", says: "public, max-age=31536000, immutable" },
  { path: "/", says: "no-cache" },
  { path: "/index.html", says: "no-cache" },
  { path: "/theme.js", says: "no-cache" },
  { path: "/requests/assets/", says: "no-cache" },
])("$path: $says", ({ path, says }) => expect(cacheControl(path)).toBe(says));
