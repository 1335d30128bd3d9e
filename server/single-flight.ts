// Single flight (request coalescing): who asks for the same while it is being made waits for the same.

export class SingleFlight<T> {
  readonly #flights = new Map<string, Promise<T>>()
  readonly #longestMs: number

  /** Should `work` never end, whoever asks after `longestMs` has it begun again. */
  constructor(longestMs: number) {
    this.#longestMs = longestMs
  }

  /** What `work` under this key comes to, begun by whoever asks first. */
  share(key: string, work: () => Promise<T>): Promise<T> {
    const other = this.#flights.get(key)
    if (other) return other
    const flight = work()
    this.#flights.set(key, flight)
    const land = () => {
      if (this.#flights.get(key) === flight) this.#flights.delete(key)
    }
    const late = setTimeout(land, this.#longestMs)
    return flight.finally(() => {
      clearTimeout(late)
      land()
    })
  }
}
