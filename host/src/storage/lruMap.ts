/** A map that forgets what was not used for longest. Map keeps insertion order; a hit is inserted anew. */
export class LruMap<K, V> {
  private readonly items = new Map<K, V>();

  constructor(private readonly itemsMax: number) {}

  get(key: K): V | undefined {
    const value = this.items.get(key);
    if (value === undefined) return undefined;
    // Moving is only worth it while something could be forgotten.
    if (this.items.size >= this.itemsMax) {
      this.items.delete(key);
      this.items.set(key, value);
    }
    return value;
  }

  set(key: K, value: V): void {
    this.items.delete(key);
    this.items.set(key, value);
    if (this.items.size <= this.itemsMax) return;
    const oldest = this.items.keys().next();
    if (!oldest.done) this.items.delete(oldest.value);
  }

  delete(key: K): void {
    this.items.delete(key);
  }

  clear(): void {
    this.items.clear();
  }
}
