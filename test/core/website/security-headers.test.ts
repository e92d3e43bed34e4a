import { securityHeaders } from "../../../core/website/security-headers";

const policyOf = (headers: Readonly<Record<string, string>>) =>
  new Map(
    (headers["content-security-policy"] ?? "").split("; ").map((directive) => {
      const [name, ...sources] = directive.split(" ");
      return [name, sources] as const;
    }),
  );

const local = securityHeaders({ https: false });
const cognito = "https://cognito-idp.eu-west-1.amazonaws.com";
const hosted = securityHeaders({ https: true, signInOrigins: [cognito] });

test("nothing is let in that is not named, and of what is named nothing is inline or evaluated", () => {
  for (const headers of [local, hosted]) {
    const policy = policyOf(headers);
    expect(policy.get("default-src")).toEqual(["'none'"]);
    expect([...policy.values()].flat().join(" ")).not.toMatch(/unsafe|\*|data:|blob:|http:/);
  }
});

test("a browser speaks to its own origin alone, and to sign-in where that is elsewhere", () => {
  expect(policyOf(local).get("connect-src")).toEqual(["'self'"]);
  expect(policyOf(hosted).get("connect-src")).toEqual(["'self'", cognito]);
  for (const directive of ["script-src", "style-src", "img-src", "font-src"]) {
    expect(policyOf(hosted).get(directive)).toEqual(["'self'"]);
  }
});

test.each(["frame-ancestors", "base-uri", "form-action"])("%s lets nobody", (directive) => {
  expect(policyOf(hosted).get(directive)).toEqual(["'none'"]);
});

test("browsers are bound to HTTPS only where there is HTTPS", () => {
  expect(local["strict-transport-security"]).toBeUndefined();
  expect(hosted["strict-transport-security"]).toMatch(/^max-age=\d{8}/);
});

test("addresses, which may carry codes from e-mails, are told to nobody", () => {
  expect(local["referrer-policy"]).toBe("no-referrer");
});
