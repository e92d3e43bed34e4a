import { decideSafely } from "./trained-safety";

// `npm run router:safety`: the property of `trained-safety.test.ts` over as many requests as that.
const runs = 100_000;

const started = performance.now();
const { routed, pinned, refused, cascades, tasks } = decideSafely(runs);
const seconds = ((performance.now() - started) / 1_000).toFixed(1);
process.stdout.write(
  `${runs} requests of ${tasks.size} tasks broke no rule in ${seconds} s: ${routed} routed, ` +
    `${cascades} of them with a cascade, ${pinned} pinned, ${refused} refused\n`,
);
