/** What the sign-in service hands on to the e-mail's author and to whoever makes the account's place. */
export const inviteMetadata = (invite: string | undefined): Record<string, string> =>
  invite === undefined ? {} : { invite };
