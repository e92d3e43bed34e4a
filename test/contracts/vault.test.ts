import { CreateKeyCommand, DecryptCommand } from "@aws-sdk/client-kms";
import { createKmsSealer, createKmsVault } from "../../lambdas/shared/aws/kms-vault";
import { createMemoryVault } from "../fakes/memory-vault";
import { type Harness, startHarness, times } from "../local/emulators/harness";
import { acme, sealed, secret, vaultGuarantees } from "./vault-guarantees";

describe("the vault in memory", () => {
  const vault = createMemoryVault();
  vaultGuarantees(() => ({ vault, sealer: vault }));
});

describe("the vault in KMS", () => {
  let cloud: Harness;
  let keyId = "";
  beforeAll(async () => {
    cloud = await startHarness();
    const { KeyMetadata } = await cloud.kms.send(new CreateKeyCommand({}));
    keyId = KeyMetadata?.KeyId ?? "";
  });
  afterAll(() => cloud.dispose());
  const sealer = () => createKmsSealer(cloud.kms, keyId);
  vaultGuarantees(() => ({ vault: createKmsVault(cloud.kms), sealer: sealer() }));

  /** Runs with every Decrypt call counted, and failing while `failing` says so. */
  const counted = async (run: (calls: () => number) => Promise<void>, failing = () => false) => {
    let calls = 0;
    const name = "counted";
    cloud.kms.middlewareStack.add(
      (next, context) => (args) => {
        if (context.commandName === DecryptCommand.name) {
          calls += 1;
          if (failing()) return Promise.reject(new Error("KMS is away"));
        }
        return next(args);
      },
      { step: "initialize", name },
    );
    try {
      await run(() => calls);
    } finally {
      cloud.kms.middlewareStack.remove(name);
    }
  };

  test("concurrent first uses share one Decrypt, and later ones need none", async () => {
    const vault = createKmsVault(cloud.kms);
    const credential = sealed("openai", await sealer().seal(acme, "openai", secret));
    await counted(async (calls) => {
      const keys = await times(50, async () => vault.open(acme, credential));
      expect(new Set(keys)).toEqual(new Set([secret]));
      await vault.open(acme, credential);
      expect(calls()).toBe(1);
    });
  });

  test("a failure reaches all who wait, and is not kept", async () => {
    const vault = createKmsVault(cloud.kms);
    const credential = sealed("openai", await sealer().seal(acme, "openai", secret));
    let away = true;
    await counted(
      async () => {
        const both = await Promise.allSettled([
          vault.open(acme, credential),
          vault.open(acme, credential),
        ]);
        expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
        away = false;
        expect(await vault.open(acme, credential)).toBe(secret);
      },
      () => away,
    );
  });
});
