import * as z from "zod";
import type { CredentialAnswer, putCredential } from "../../../../core/contract/credentials";
import type { SentOf } from "../../../../core/contract/operation";
import { type FieldName, fieldLabels, isFieldName } from "./field-words";

export type Provider = CredentialAnswer["provider"];
export type EnteredCredential = SentOf<typeof putCredential>["body"];

/** What a provider takes: `credentials.list` says it. */
export type ProviderNeeds = {
  readonly provider: Provider;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly models: number;
};

export type Deployment = { readonly model: string; readonly name: string };

/** A credential as it is typed; fields that the provider does not take stay empty. */
export type TypedCredential = {
  readonly key: string;
  readonly region: string;
  readonly resource: string;
  readonly deployments: readonly Deployment[];
  readonly baseUrl: string;
};

export const emptyCredential = (): TypedCredential => ({
  key: "",
  region: "",
  resource: "",
  deployments: [],
  baseUrl: "",
});

/** What is known of a stored one: everything but its key. */
export const typedCredential = ({ settings }: CredentialAnswer): TypedCredential => ({
  key: "",
  region: settings.region ?? "",
  resource: settings.resource ?? "",
  deployments: Object.entries(settings.deployments ?? {}).map(([model, name]) => ({ model, name })),
  baseUrl: settings.baseUrl ?? "",
});

/** A provider's fields in the order in which they are asked for, the needed ones first. */
export const fieldsOf = ({ required, optional }: ProviderNeeds): readonly FieldName[] =>
  [...required, ...optional].filter(isFieldName);

const deployments = z.custom<readonly Deployment[]>().transform((rows, context) => {
  const given = rows
    .map(({ model, name }) => ({ model: model.trim(), name: name.trim() }))
    .filter(({ model, name }) => model !== "" || name !== "");
  if (given.some(({ model, name }) => model === "" || name === "")) {
    context.addIssue("Name both the model and its deployment in each row.");
  }
  const models = given.map(({ model }) => model);
  const twice = models.find((model, at) => models.indexOf(model) !== at);
  if (twice) context.addIssue(`${twice} has two deployments. Keep one.`);
  return Object.fromEntries(given.map(({ model, name }) => [model, name]));
});

const textOf = (field: FieldName, needed: boolean) =>
  z
    .string()
    .trim()
    .refine((text) => !needed || text !== "", `${fieldLabels[field]} is needed.`);

/** Reads what was typed for a provider: its own fields alone, and of those what is not empty. */
export const readCredential = (
  typed: TypedCredential,
  needs: ProviderNeeds,
): z.ZodSafeParseResult<EnteredCredential> => {
  const schema = z
    .object(
      Object.fromEntries(
        fieldsOf(needs).map((field) => [
          field,
          field === "deployments" ? deployments : textOf(field, needs.required.includes(field)),
        ]),
      ),
    )
    .transform(
      (fields): EnteredCredential =>
        Object.fromEntries(
          Object.entries(fields).filter(
            ([, value]) => value !== "" && Object.keys(value as object).length !== 0,
          ),
        ),
    );
  return schema.safeParse(typed);
};
