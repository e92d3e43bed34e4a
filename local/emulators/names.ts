/** The account and region that the emulated resources' ARNs name. */
export const accountId = "000000000000";
export const region = "us-east-1";
