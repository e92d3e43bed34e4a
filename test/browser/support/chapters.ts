/**
 * Tests that go on where the one before left off. Once one fails, those after it are not tried:
 * they could tell nothing but the same failure, each after its whole time.
 */
export const createChapters = () => {
  let failed: string | undefined;
  return (name: string, happens: () => Promise<void>, withinMs?: number): void => {
    test(
      name,
      async () => {
        if (failed !== undefined) throw new Error(`not tried, as this failed: ${failed}`);
        failed = name;
        await happens();
        failed = undefined;
      },
      withinMs,
    );
  };
};
