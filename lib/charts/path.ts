// Writes a path the short way: what runs along an axis as one relative step, however many points it passes.

/**
 * A context for the shapes of d3-shape (their `moveTo`, `lineTo`, `closePath`); as text it is the data of an SVG path
 * (SVG 2 §9.3). Places are rounded to tenths, and steps are taken between rounded places, so that errors never add up.
 */
export class ShortPath {
  #data = ''
  #x = 0
  #y = 0
  #along: 'h' | 'v' = 'h'
  #by = 0

  moveTo(x: number, y: number): void {
    this.#take()
    this.#x = Math.round(x * 10)
    this.#y = Math.round(y * 10)
    this.#data += `M${this.#x / 10} ${this.#y / 10}`
  }

  lineTo(x: number, y: number): void {
    const [byX, byY] = [Math.round(x * 10) - this.#x, Math.round(y * 10) - this.#y]
    this.#x += byX
    this.#y += byY
    if (byX && byY) {
      this.#take()
      this.#data += `l${byX / 10} ${byY / 10}`
    } else if (byX) this.#run('h', byX)
    else if (byY) this.#run('v', byY)
  }

  closePath(): void {
    this.#take()
    this.#data += 'z'
  }

  toString(): string {
    this.#take()
    return this.#data
  }

  #run(along: 'h' | 'v', by: number): void {
    if (along !== this.#along) this.#take()
    this.#along = along
    this.#by += by
  }

  #take(): void {
    if (this.#by) this.#data += `${this.#along}${this.#by / 10}`
    this.#by = 0
  }
}

type Shape<D> = { context(context: CanvasRenderingContext2D): (data: D) => void }

/** What a shape makes of `data`, as the data of a path. */
export function pathOf<D>(shape: Shape<D>, data: D): string {
  const path = new ShortPath()
  // d3-shape asks for a canvas, and of that uses the three methods above.
  shape.context(path as unknown as CanvasRenderingContext2D)(data)
  return String(path)
}
