// Knows how long each part of one request may take and how much may come, and calls it off beyond that.

import { CaptureFailure, type CaptureFault } from '#engines/fetching/faults.ts'
import type { Limits } from '#engines/fetching/limits.ts'

export class Timeouts {
  readonly signal: AbortSignal
  isConnected = false
  readonly #limits: Limits
  readonly #stop = new AbortController()
  readonly #total: NodeJS.Timeout
  #phase: NodeJS.Timeout
  #rate: NodeJS.Timeout | undefined
  #size = 0

  constructor(limits: Limits, ms: number, signal: AbortSignal) {
    this.#limits = limits
    this.signal = AbortSignal.any([signal, this.#stop.signal])
    const all = Math.max(0, ms)
    this.#total = setTimeout(
      () => this.#halt(this.#rate ? 'slow' : 'timeout', 'It took too long in all.'),
      all,
    )
    this.#phase = setTimeout(() => this.#halt('timeout', 'No connection was made.'), limits.connectMs)
  }

  connected(): void {
    this.isConnected = true
    clearTimeout(this.#phase)
    this.#phase = setTimeout(() => this.#halt('timeout', 'No answer came.'), this.#limits.headersMs)
  }

  /** An answer began; `length` is the size that it announces, if it does. */
  answered(length: number): void {
    clearTimeout(this.#phase)
    if (length > this.#limits.wireBytes) this.#halt('too-large', `It announces ${length} bytes.`)
    this.#phase = setTimeout(() => this.#halt('slow', 'Nothing more came.'), this.#limits.idleMs)
    const since = performance.now()
    this.#rate = setInterval(() => {
      const ms = performance.now() - since
      if (ms > this.#limits.idleMs && this.#size / ms < this.#limits.minimumRate / 1_000)
        this.#halt('slow', `Only ${this.#size} bytes came in ${Math.round(ms / 1_000)} s.`)
    }, 250)
  }

  /** A piece of the body came, which has `size` bytes by now. */
  received(size: number): void {
    this.#size = size
    this.#phase.refresh()
    if (size > this.#limits.wireBytes)
      this.#halt('too-large', `More than ${this.#limits.wireBytes} bytes came.`)
  }

  /** Headers, the frames around pieces and interim answers never show in a body: only the socket sees them. */
  passed(bytes: number): void {
    if (bytes > this.#limits.socketBytes)
      this.#halt('too-large', `${bytes} bytes came, with all that is around the page.`)
  }

  end(): void {
    clearTimeout(this.#total)
    clearTimeout(this.#phase)
    clearInterval(this.#rate)
  }

  #halt(fault: CaptureFault, detail: string): void {
    this.#stop.abort(new CaptureFailure(fault, { detail }))
  }
}
