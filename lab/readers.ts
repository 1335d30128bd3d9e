// Readers and editors who ask one thing after the other, and note what they were answered and when.

export type Sent = { path: string; init: RequestInit }
type Answered = { path: string; method: string; status: number; ms: number; at: number; text: string }

/** One reader for each thing that is asked, who begins with it and goes round until told to stop. */
export function load(origin: string, asking: ((at: number) => Sent)[]) {
  const answered: Answered[] = []
  let isOver = false
  const reader = async (first: number) => {
    for (let at = first; !isOver; at++) {
      const sent = asking[at % asking.length]?.(at)
      if (!sent) continue
      const since = performance.now()
      const init = { ...sent.init, redirect: 'manual' as const, signal: AbortSignal.timeout(20_000) }
      const { status, text } = await fetch(`${origin}${sent.path}`, init).then(
        async (answer) => ({ status: answer.status, text: await answer.text() }),
        (error) => ({ status: 0, text: String(error) }),
      )
      const [path = ''] = sent.path.split('?')
      const ms = performance.now() - since
      answered.push({
        path,
        method: init.method ?? 'GET',
        status,
        ms,
        at: since,
        text: status < 500 ? '' : text,
      })
      await new Promise((go) => setTimeout(go, 50))
    }
  }
  const readers = asking.map((_, at) => reader(at))
  return {
    answered,
    end: async () => {
      isOver = true
      await Promise.all(readers)
    },
  }
}

const unescaped = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** The hidden fields of the form of a page that has `field`. */
export function inputsOf(page: string, field: string): [string, string][] {
  const form = page.split('<form').find((each) => each.includes(`name="${field}"`)) ?? ''
  const tags = form.split('</form>')[0]?.match(/<input[^>]*type="hidden"[^>]*>/g) ?? []
  const attribute = (tag: string, name: string) =>
    unescaped(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
  return tags.map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')])
}
