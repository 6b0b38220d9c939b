/** Reads in flight at once: enough to keep a disk or a connection busy, few enough for file handle limits. */
const IN_FLIGHT = 32;

/** Runs `task` over all items, at most 32 at a time; results in the order of the items. Rejects with the first error. */
export async function mapConcurrent<T, R>(items: readonly T[], task: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await task(item);
  };
  await Promise.all(Array.from({ length: Math.min(IN_FLIGHT, items.length) }, worker));
  return results;
}
