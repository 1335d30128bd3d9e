// SVG path data, minified: what runs along an axis is one command, however many points it passes.

/**
 * A context for the shapes of d3-shape (their `moveTo`, `lineTo`, `closePath`); as text it is the data of an SVG path
 * (SVG 2 §9.3). Places are rounded to tenths, and steps are taken between rounded places, so that errors never add up.
 * A step is written by how far it goes or by where it ends, whichever is shorter.
 */
class PathShortener {
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
    // First the run before, which is written from where it ended.
    if (byX && byY) this.#take()
    else if (byX) this.#run('h', byX)
    else if (byY) this.#run('v', byY)
    this.#x += byX
    this.#y += byY
    if (byX && byY) this.#write(`l${byX / 10} ${byY / 10}`, `L${this.#x / 10} ${this.#y / 10}`)
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
    const end = this.#along === 'h' ? this.#x : this.#y
    if (this.#by) this.#write(`${this.#along}${this.#by / 10}`, `${this.#along.toUpperCase()}${end / 10}`)
    this.#by = 0
  }

  #write(byHowFar: string, toWhere: string): void {
    this.#data += toWhere.length < byHowFar.length ? toWhere : byHowFar
  }
}

type Shape<D> = { context(context: CanvasRenderingContext2D): (data: D) => void }

/** What a shape makes of `data`, as the data of a path. */
export function svgPathData<D>(shape: Shape<D>, data: D): string {
  const path = new PathShortener()
  // d3-shape asks for a canvas, and of that uses the three methods above.
  shape.context(path as unknown as CanvasRenderingContext2D)(data)
  return String(path)
}
