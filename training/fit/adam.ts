const momentum = 0.9;
const smoothing = 0.99;
const tiny = 1e-8;

/** Adam (Kingma and Ba, 2015, https://arxiv.org/abs/1412.6980), for one array of parameters. */
export class Adam {
  readonly #mean: Float32Array;
  readonly #square: Float32Array;
  #steps = 0;

  constructor(size: number) {
    this.#mean = new Float32Array(size);
    this.#square = new Float32Array(size);
  }

  /** Moves `parameters` against `gradient` plus `decay` × parameters, and zeroes the gradient. */
  step(parameters: Float32Array, gradient: Float32Array, rate: number, decay: number): void {
    this.#steps++;
    const size = rate / (1 - momentum ** this.#steps);
    const spread = 1 / Math.sqrt(1 - smoothing ** this.#steps);
    const mean = this.#mean;
    const square = this.#square;
    for (let at = 0; at < parameters.length; at++) {
      const slope = (gradient[at] as number) + decay * (parameters[at] as number);
      gradient[at] = 0;
      const m = momentum * (mean[at] as number) + (1 - momentum) * slope;
      const s = smoothing * (square[at] as number) + (1 - smoothing) * slope * slope;
      mean[at] = m;
      square[at] = s;
      (parameters[at] as number) -= (size * m) / (Math.sqrt(s) * spread + tiny);
    }
  }
}
