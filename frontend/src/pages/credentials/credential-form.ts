import { createForm } from "../../state/form";
import {
  type EnteredCredential,
  type ProviderNeeds,
  readCredential,
  type TypedCredential,
} from "./read-credential";

/** A form of a provider's credential. @param initial - what is known of the one that is stored. */
export const createCredentialForm = (needs: () => ProviderNeeds, initial: () => TypedCredential) =>
  createForm<TypedCredential, EnteredCredential>(
    () => ({ ...initial() }),
    (typed) => readCredential(typed, needs()),
  );

export type CredentialForm = ReturnType<typeof createCredentialForm>;
