const set = (text: string): ReadonlySet<string> =>
  new Set(text.split(/\s+/).filter((word) => word !== ""));

/** Words of requests that separate models: proofs, systems, law, medicine, rigor. */
export const hardWords = set(`
  prove proof theorem lemma rigorous rigorously derive derivation optimal optimize optimise complexity
  concurrency concurrent deadlock distributed consensus asymptotic np-hard np-complete eigenvalues
  eigenvalue topology manifold stochastic bayesian differential integral convergence cryptographic
  cryptography vulnerability exploit invariant amortized lock-free compiler kernel quantum diagnosis
  differential contraindications liability jurisdiction statute valuation arbitrage architecture
  architect scalable fault-tolerant migration refactor tradeoffs trade-offs counterexample induction
  recurrence polynomial combinatorial olympiad puzzle multi-step comprehensive in-depth thorough
  nuanced critically exhaustive formally
  beweise beweis herleiten optimiere nebenläufigkeit umfassend ausführlich
  demuestra demostración optimiza complejidad exhaustivo detallado
  démontre démontrez preuve optimise complexité exhaustif approfondie
  demonstre prove otimize complexidade abrangente detalhada
  सिद्ध प्रमाण प्रमेय जटिल विस्तृत
`);

/** Words of requests that any model answers. */
export const easyWords = set(`
  simple simply brief briefly quick quickly short basic easy beginner hello hi hey thanks thank just
  one-word yes/no example rhyme greeting kurz einfach schnell breve simple sencillo rápido corta
  bref brève rapide facile curto simples fácil सरल छोटा संक्षिप्त
`);

/** Conditions that an answer must keep: each makes it easier to fail. */
export const constraintWords = set(`
  not don't never without except only exactly must unless least most avoid cannot can't neither nor
  no should ensure nicht kein keine ohne nur genau muss außer no sin solo exactamente debe excepto
  nunca ne pas sans seulement exactement doit sauf jamais não sem apenas exatamente deve exceto
  नहीं बिना केवल सिर्फ ठीक मत
`);

/** The same three for Chinese and Japanese, found as parts of the text. */
export const hardGlyphs =
  "证明 證明 推导 优化 复杂度 分布式 并发 定理 严谨 详细 深入 証明 導出 最適化 複雑 分散 定理 厳密 詳細".split(
    " ",
  );
export const easyGlyphs = "简单 简短 一句话 简洁 簡単 短く 一言 簡潔 你好 こんにちは".split(" ");
export const constraintGlyphs =
  "不要 不能 必须 只能 除了 没有 至少 恰好 ないで なければ のみ 以外 必ず 少なくとも".split(" ");
