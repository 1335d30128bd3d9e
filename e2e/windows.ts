// Windows of the browser that go from journey to journey: to open one takes as long as to show three pages in it.

import type { Browser, Page } from '@playwright/test'

export type Windows = {
  /** A window with no cookie, nothing stored and no page shown. */
  lend: (options: { javaScriptEnabled: boolean }) => Promise<Page>
  /** What was stored in it is gone afterwards; a window that something was attached to is closed. */
  takeBack: (page: Page) => Promise<void>
  close: () => Promise<void>
}

// What a journey attaches would meet the next one.
const lasting: [(page: Page) => object, string[]][] = [
  [
    (page) => page,
    ['on', 'once', 'route', 'addInitScript', 'exposeFunction', 'exposeBinding', 'setExtraHTTPHeaders'],
  ],
  [
    (page) => page.context(),
    ['on', 'once', 'route', 'addInitScript', 'newCDPSession', 'grantPermissions', 'setOffline'],
  ],
  [(page) => page.clock, ['install', 'setFixedTime', 'setSystemTime']],
]

function onAttaching(page: Page, tell: () => void): void {
  for (const [targetOf, names] of lasting)
    for (const name of names) {
      const target = targetOf(page)
      const own = Reflect.get(target, name)
      const telling = (...args: unknown[]) => {
        tell()
        return Reflect.apply(own, target, args)
      }
      Object.assign(target, { [name]: telling })
    }
}

/** @param watch Looks at a window for as long as it is open; what it attaches stays. */
export function openWindows(browser: Browser, watch: (page: Page) => void): Windows {
  const spoilt = new Set<Page>()
  const all = new Map<Page, { hasScripts: boolean; size: ReturnType<Page['viewportSize']> }>()
  const free: Page[] = []

  async function open(hasScripts: boolean): Promise<Page> {
    const page = await (await browser.newContext({ javaScriptEnabled: hasScripts })).newPage()
    watch(page)
    onAttaching(page, () => spoilt.add(page))
    all.set(page, { hasScripts, size: page.viewportSize() })
    return page
  }

  async function clear(page: Page): Promise<void> {
    for (const other of page.context().pages()) if (other !== page) await other.close()
    await page.goto('about:blank')
    await page.context().setStorageState({ cookies: [], origins: [] })
    await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null, forcedColors: null })
    const size = all.get(page)?.size
    if (size) await page.setViewportSize(size)
  }

  return {
    lend: async ({ javaScriptEnabled }) => {
      const at = free.findIndex((page) => all.get(page)?.hasScripts === javaScriptEnabled)
      return free.splice(at, at < 0 ? 0 : 1)[0] ?? (await open(javaScriptEnabled))
    },
    takeBack: async (page) => {
      if (!spoilt.has(page) && !page.isClosed()) {
        await clear(page)
        free.push(page)
      } else {
        all.delete(page)
        await page.context().close()
      }
    },
    close: async () => {
      for (const page of all.keys()) await page.context().close()
    },
  }
}
