import * as z from "zod";

const codeSchema = z.object({
  /** HMAC-SHA256 under the pool's secret, hex. */
  hash: z.string(),
  /** Milliseconds since 1970 UTC; here and below. */
  expiresAt: z.number(),
});

const userSchema = z.object({
  /** The username as well. */
  sub: z.uuid(),
  email: z.string(),
  emailVerified: z.boolean(),
  status: z.enum(["UNCONFIRMED", "CONFIRMED", "FORCE_CHANGE_PASSWORD"]),
  salt: z.string(),
  verifier: z.string(),
  /** Those beside the e-mail address. */
  attributes: z.record(z.string(), z.string()),
  /** Takes the address's place once it is verified. */
  pendingEmail: z.string().optional(),
  codes: z.partialRecord(z.enum(["sign-up", "forgot-password", "attribute"]), codeSchema),
  createdAt: z.number(),
  modifiedAt: z.number(),
});

const sessionSchema = z.object({
  sub: z.uuid(),
  clientId: z.string(),
  /** `origin_jti` of its tokens. */
  origin: z.string(),
  eventId: z.string(),
  /** Seconds since 1970 UTC, as the tokens name it. */
  authTime: z.number(),
  expiresAt: z.number(),
});

const poolClientSchema = z.looseObject({
  ClientName: z.string(),
  ExplicitAuthFlows: z.array(z.string()),
  PreventUserExistenceErrors: z.enum(["ENABLED", "LEGACY"]),
  EnableTokenRevocation: z.boolean(),
  RefreshTokenValidity: z.number(),
  AccessTokenValidity: z.number(),
  IdTokenValidity: z.number(),
  TokenValidityUnits: z.object({
    AccessToken: z.string(),
    IdToken: z.string(),
    RefreshToken: z.string(),
  }),
});

const passwordPolicySchema = z.object({
  MinimumLength: z.number().int().min(6).max(99).default(8),
  RequireUppercase: z.boolean().default(false),
  RequireLowercase: z.boolean().default(false),
  RequireNumbers: z.boolean().default(false),
  RequireSymbols: z.boolean().default(false),
  TemporaryPasswordValidityDays: z.number().default(7),
});

/** A pool's settings, under the names of the API. */
export const poolSettingsSchema = z.looseObject({
  Policies: z.looseObject({ PasswordPolicy: passwordPolicySchema }),
  LambdaConfig: z
    .looseObject({ CustomMessage: z.string().optional(), PostConfirmation: z.string().optional() })
    .default({}),
  AutoVerifiedAttributes: z.array(z.string()).default([]),
  UsernameAttributes: z.array(z.string()).default([]),
  UserAttributeUpdateSettings: z
    .object({ AttributesRequireVerificationBeforeUpdate: z.array(z.string()).default([]) })
    .optional(),
});

const poolSchema = z.object({
  id: z.string(),
  name: z.string(),
  settings: poolSettingsSchema,
  createdAt: z.number(),
  /** PKCS #8, PEM. */
  privateKey: z.string(),
  keyId: z.string(),
  /** 256 bits, hex: codes are hashed with it, and unknown users made up. */
  secret: z.string(),
  /** The verifier that unknown users are challenged by; nobody knows its password. */
  decoyVerifier: z.string(),
  clients: z.record(z.string(), poolClientSchema),
  /** By `sub`. */
  users: z.record(z.string(), userSchema),
  /** By the SHA-256 of the refresh token, hex. */
  sessions: z.record(z.string(), sessionSchema),
});

/** Pools by their ids. */
export const stateSchema = z.record(z.string(), poolSchema);

export type Pool = z.output<typeof poolSchema>;
export type PoolClient = z.output<typeof poolClientSchema>;
export type PasswordPolicy = z.output<typeof passwordPolicySchema>;
export type PoolUser = z.output<typeof userSchema>;
export type Session = z.output<typeof sessionSchema>;
export type CodePurpose = keyof PoolUser["codes"];
