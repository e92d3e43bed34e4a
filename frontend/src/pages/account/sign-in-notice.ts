import { createSignal } from "solid-js";

export type SignInNotice = { readonly tone: "success" | "info"; readonly words: string };

const [notice, setNotice] = createSignal<SignInNotice>();

/** What the sign-in page is to say above its form, to whoever was sent there. */
export const signInNotice = notice;

export const leaveSignInNotice = (words: string, tone: SignInNotice["tone"] = "success"): void => {
  setNotice({ words, tone });
};

export const clearSignInNotice = (): void => {
  setNotice(undefined);
};
