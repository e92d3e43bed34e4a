import { defineConfig } from "vite";
import solid from "vite-plugin-solid";

/** The dashboard as static files; `npm run build:website`. */
export default defineConfig({
  plugins: [solid()],
  // The sign-in library's Buffer asks for Node's name of the global object.
  define: { global: "globalThis" },
  build: {
    target: "es2022",
    // Inlined assets would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // Whichever chunk makes the first schema, zod has been told by then not to try eval.
        codeSplitting: {
          groups: [{ name: "zod", test: /node_modules[\\/]zod[\\/]|zod-without-eval/ }],
        },
      },
    },
  },
});
