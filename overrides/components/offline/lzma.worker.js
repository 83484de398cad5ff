// LZMA, read: what our build packs with, lc=3 lp=0 pb=0. Browsers have deflate alone, which makes a
// pack half as large again. After the public specification of LZMA; nobody's code.
const TOP = 2 ** 24; // below it, the range takes in another byte
const STATES = [0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 4, 5]; // after a literal

const chances = (count) => new Uint16Array(count).fill(1024); // even, of 2048
const lengths = () => ({ choice: chances(2), low: chances(8), mid: chances(8), high: chances(256) });

/** The `size` bytes that LZMA made `packed` of. Throws a RangeError for what cannot be. */
export function unlzma(packed, size) {
  const out = new Uint8Array(size);
  let next = 5;
  let range = 2 ** 32 - 1;
  let code = new DataView(packed.buffer, packed.byteOffset).getUint32(1);

  const shift = () => {
    if (range >= TOP) return;
    range = (range << 8) >>> 0;
    code = ((code << 8) | packed[next]) >>> 0;
    next += 1;
  };
  const bit = (among, at) => {
    const bound = (range >>> 11) * among[at];
    const isOne = code >= bound;
    if (isOne) {
      range -= bound;
      code -= bound;
      among[at] -= among[at] >> 5;
    } else {
      range = bound;
      among[at] += (2048 - among[at]) >> 5;
    }
    shift();
    return isOne ? 1 : 0;
  };
  const tree = (among, bits, from = 0) => {
    let at = 1;
    for (let n = 0; n < bits; n += 1) at = at * 2 + bit(among, from + at);
    return at - 2 ** bits;
  };
  const reversed = (among, bits, from) => {
    let at = 1;
    let value = 0;
    for (let n = 0; n < bits; n += 1) {
      const one = bit(among, from + at);
      at = at * 2 + one;
      value += one * 2 ** n;
    }
    return value;
  };
  const even = (bits) => {
    let value = 0;
    for (let n = 0; n < bits; n += 1) {
      range >>>= 1;
      const isOne = code >= range;
      if (isOne) code -= range;
      value = value * 2 + (isOne ? 1 : 0);
      shift();
    }
    return value;
  };

  const literals = chances(0x300 << 3);
  const [isMatch, isRep, isRep0, isRep1, isRep2, isRep0Long] = Array.from({ length: 6 }, () => chances(12));
  const [matchLengths, repLengths] = [lengths(), lengths()];
  const slots = chances(4 * 64);
  const near = chances(128);
  const low = chances(16);

  const length = ({ choice, low: short, mid, high }) => {
    if (!bit(choice, 0)) return 2 + tree(short, 3);
    if (!bit(choice, 1)) return 10 + tree(mid, 3);
    return 18 + tree(high, 8);
  };
  const distance = (long) => {
    const slot = tree(slots, 6, Math.min(long - 2, 3) * 64);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = (2 + (slot & 1)) * 2 ** bits;
    if (slot < 14) return base + reversed(near, bits, base - slot);
    return base + even(bits - 4) * 16 + reversed(low, 4, 0);
  };
  const literal = (before, matched) => {
    const from = 0x300 * (before >> 5);
    let at = 1;
    for (let hint = matched; hint >= 0 && at < 0x100; ) {
      hint *= 2;
      const expected = (hint >> 8) & 1;
      const one = bit(literals, from + ((1 + expected) << 8) + at);
      at = at * 2 + one;
      if (one !== expected) break;
    }
    while (at < 0x100) at = at * 2 + bit(literals, from + at);
    return at & 0xff;
  };

  let done = 0;
  let state = 0;
  let reps = [0, 0, 0, 0]; // the last four distances, less one
  while (done < size) {
    if (!bit(isMatch, state)) {
      out[done] = literal(done && out[done - 1], state > 6 ? out[done - reps[0] - 1] : -1);
      done += 1;
      state = STATES[state];
      continue;
    }
    let long = 1;
    if (!bit(isRep, state)) {
      long = length(matchLengths);
      reps = [distance(long), reps[0], reps[1], reps[2]];
      state = state < 7 ? 7 : 10;
    } else if (!bit(isRep0, state)) {
      if (bit(isRep0Long, state)) long = 0;
      else state = state < 7 ? 9 : 11;
    } else {
      const which = bit(isRep1, state) ? 2 + bit(isRep2, state) : 1;
      reps.unshift(...reps.splice(which, 1));
      long = 0;
    }
    if (!long) {
      long = length(repLengths);
      state = state < 7 ? 8 : 11;
    }
    const from = done - reps[0] - 1;
    if (from < 0 || done + long > size) throw new RangeError("not LZMA");
    for (let n = 0; n < long; n += 1) out[done + n] = out[from + n];
    done += long;
  }
  return out;
}
