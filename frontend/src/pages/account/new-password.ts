import * as z from "zod";

/** What the user pool takes for a password. */
export const newPassword = z
  .string()
  .min(8, "Take 8 characters or more.")
  .max(256, "Take 256 characters or fewer.")
  .refine((text) => text === text.trim(), "It must not begin or end with a space.");

/** A password that is typed twice. */
export const repeatedPassword = z
  .object({ password: newPassword, repeated: z.string() })
  .refine(({ password, repeated }) => password === repeated, {
    path: ["repeated"],
    error: "These are two different passwords.",
  });
