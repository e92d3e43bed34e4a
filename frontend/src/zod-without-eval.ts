import { config } from "zod";

// Zod tries whether it may compile schemas into code, and the page's policy reports the attempt.
// Imported before any schema: each looks once, when it is made.
config({ jitless: true });
