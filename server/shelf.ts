// Keeps what was made within so many bytes: what nobody asked for goes first.

export type Shelf<T> = {
  get(key: string): T | undefined
  put(key: string, value: T, bytes: number): void
  /** Bytes that are taken, and things that are there. */
  size(): { bytes: number; count: number }
}

// A key, and what the map and its entry take themselves.
const overhead = 400

export function shelf<T>(most: number): Shelf<T> {
  const kept = new Map<string, { value: T; bytes: number }>()
  let taken = 0

  function drop(key: string): void {
    taken -= kept.get(key)?.bytes ?? 0
    kept.delete(key)
  }

  return {
    get(key) {
      const found = kept.get(key)
      if (!found) return undefined
      // A map keeps the order of entering: what is asked for enters anew. While half is free nothing is about to go.
      if (taken > most / 2) {
        kept.delete(key)
        kept.set(key, found)
      }
      return found.value
    },
    put(key, value, bytes) {
      drop(key)
      const all = bytes + key.length + overhead
      if (all > most) return
      for (const oldest of kept.keys()) {
        if (taken + all <= most) break
        drop(oldest)
      }
      kept.set(key, { value, bytes: all })
      taken += all
    },
    size: () => ({ bytes: taken, count: kept.size }),
  }
}
