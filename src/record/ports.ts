/** The durable log: leaves and the newest checkpoint. One writer appends; `append` is the moment of truth. */
export interface LogStore {
  size(): Promise<number>;
  /** Leaf bytes of `[from, to)`, in order. */
  leaves(from: number, to: number): Promise<readonly Uint8Array[]>;
  /** The newest signed checkpoint as served; null for an empty log. */
  checkpoint(): Promise<Uint8Array | null>;
  /**
   * In one durable transaction: `leaves` go behind the first `expectedSize`, `checkpoint` replaces the old one.
   * Throws LOG_CONFLICT, and changes nothing, when the log has another size.
   */
  append(expectedSize: number, leaves: readonly Uint8Array[], checkpoint: Uint8Array): Promise<void>;
}

/** Signs checkpoints; holds the only secret of the record. */
export interface Signer {
  /** Name in the verifier key and on the signature line (C2SP signed-note): the record's origin. */
  readonly name: string;
  /** The 32 bytes of the Ed25519 public key. */
  readonly publicKey: Uint8Array;
  /** 64 bytes, RFC 8032. */
  sign(message: Uint8Array): Uint8Array;
}
