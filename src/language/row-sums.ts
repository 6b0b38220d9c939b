/**
 * Sums rows of int8 weights with 128-bit arithmetic, which JavaScript itself does not have: 16 classes at once. The
 * WebAssembly module below is all of it, one function, written out by hand (instructions: webassembly.github.io/spec).
 */
export interface RowSums {
  /** All weights, `stride` for each row: one for each class, then zeros. */
  readonly weights: Int8Array;
  readonly stride: number;
  /** Adds up the rows `features[f] >>> shift` of the first `count` features (at most 128). Int16, good until the next call. */
  sum(features: Int32Array, count: number): Int16Array;
}

/** Most features of one sum: 128 weights of a byte stay within 16 bits. */
export const FEATURES_MAX = 128;

declare const WebAssembly: {
  readonly Memory: new (pages: { initial: number; maximum: number }) => {
    readonly buffer: ArrayBuffer;
  };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Readonly<Record<string, unknown>> };
};

const PAGE = 65_536;
/** In the first page: features, sums; the weights from the second on. */
const SUMS_AT = FEATURES_MAX * 4;

/** Room for `2 ** bits` rows of `classes` weights, all 0. */
export function rowSumsOf(bits: number, classes: number): RowSums {
  const stride = Math.ceil(classes / 16) * 16;
  const rows = 2 ** bits;
  const pages = 1 + Math.ceil((rows * stride) / PAGE);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(moduleBytes()), {
    m: { m: memory },
  });
  const add = exports["s"] as (length: number, shift: number, stride: number, weights: number, sums: number) => void;
  const room = new Int32Array(memory.buffer, 0, FEATURES_MAX);
  const sums = new Int16Array(memory.buffer, SUMS_AT, stride);
  const shift = 32 - bits;
  return {
    weights: new Int8Array(memory.buffer, PAGE, rows * stride),
    stride,
    sum: (features, count) => {
      if (count === 0) return sums.fill(0);
      for (let f = 0; f < count; f += 1) room[f] = features[f] as number;
      for (let c = 0; c < stride; c += 16) add(count * 4, shift, stride, PAGE + c, SUMS_AT + c * 2);
      return sums;
    },
  };
}

const [LENGTH, SHIFT, STRIDE, WEIGHTS, SUMS, AT, ROW, LOW, HIGH] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
const I32 = 0x7f;
const V128 = 0x7b;
const END = 0x0b;
const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
const setAndGet = (local: number): number[] => [0x22, local];
/** `i16x8.add`. */
const ADD16 = [0xfd, 0x8e, 1];
const STORE = [0xfd, 0x0b, 4];

/** `do { row = weights[(features[at] >>> shift) * stride]; low += row[0..8]; high += row[8..16] } while (at < length)`. */
const BODY = [
  [2, 1, I32, 3, V128],
  [0x03, 0x40],
  [...get(WEIGHTS), ...get(AT), 0x28, 2, 0, ...get(SHIFT), 0x76, ...get(STRIDE), 0x6c, 0x6a, 0xfd, 0x00, 4, 0],
  [...setAndGet(ROW), 0xfd, 0x87, 1, ...get(LOW), ...ADD16, ...set(LOW)],
  [...get(ROW), 0xfd, 0x88, 1, ...get(HIGH), ...ADD16, ...set(HIGH)],
  [...get(AT), 0x41, 4, 0x6a, ...setAndGet(AT), ...get(LENGTH), 0x49, 0x0d, 0, END],
  [...get(SUMS), ...get(LOW), ...STORE, 0, ...get(SUMS), ...get(HIGH), ...STORE, 16, END],
].flat();

/** Type, the imported memory, the function, its export, its code. */
function moduleBytes(): Uint8Array {
  const section = (id: number, bytes: readonly number[]): number[] => [id, bytes.length, ...bytes];
  const name = [1, 0x6d];
  const begin = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  return new Uint8Array([
    ...begin,
    ...section(1, [1, 0x60, 5, I32, I32, I32, I32, I32, 0]),
    ...section(2, [1, ...name, ...name, 2, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, 1, 0x73, 0, 0]),
    ...section(10, [1, BODY.length, ...BODY]),
  ]);
}
