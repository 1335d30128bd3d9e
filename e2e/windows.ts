// Windows of the browser that go from journey to journey: to open one takes as long as to show three pages in it.

import type { Browser, Page } from '@playwright/test'

/** A window, and whether something was done to it that cannot be undone. */
type Window = { page: Page; isSpoilt: boolean }
export type Windows = {
  /** A window with no cookie, nothing stored and no page shown. */
  lend: (options: { javaScriptEnabled: boolean }) => Promise<Page>
  /** What was stored in it is gone afterwards; a window that something was attached to is closed. */
  takeBack: (page: Page) => Promise<void>
  close: () => Promise<void>
}

// What a journey attaches would meet the next one.
const lasting = {
  page: ['on', 'once', 'route', 'addInitScript', 'exposeFunction', 'exposeBinding', 'setExtraHTTPHeaders'],
  context: ['on', 'once', 'route', 'addInitScript', 'newCDPSession', 'grantPermissions', 'setOffline'],
}

function reportUse(target: object, names: string[], report: () => void): void {
  for (const name of names) {
    const own = Reflect.get(target, name)
    const reporting = (...args: unknown[]) => {
      report()
      return Reflect.apply(own, target, args)
    }
    Object.assign(target, { [name]: reporting })
  }
}

function forget(): void {
  try {
    localStorage.clear()
    sessionStorage.clear()
  } catch {
    // A page without an address of its own stores nothing.
  }
}

/** @param watch Looks at a window for as long as it is open; what it attaches stays. */
export function openWindows(browser: Browser, watch: (page: Page) => void): Windows {
  const all = new Map<Page, Window & { kind: string }>()
  const free: Page[] = []

  async function open(javaScriptEnabled: boolean, kind: string): Promise<Page> {
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    watch(page)
    const window = { page, kind, isSpoilt: false }
    const spoil = () => {
      window.isSpoilt = true
    }
    reportUse(page, lasting.page, spoil)
    reportUse(context, lasting.context, spoil)
    all.set(page, window)
    return page
  }

  async function clear(page: Page): Promise<void> {
    for (const other of page.context().pages()) if (other !== page) await other.close()
    await page.evaluate(forget)
    await page.goto('about:blank')
    await page.context().clearCookies()
    await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  }

  return {
    lend: async ({ javaScriptEnabled }) => {
      const kind = String(javaScriptEnabled)
      const at = free.findIndex((page) => all.get(page)?.kind === kind)
      return free.splice(at, at < 0 ? 0 : 1)[0] ?? (await open(javaScriptEnabled, kind))
    },
    takeBack: async (page) => {
      const isWhole = !all.get(page)?.isSpoilt && !page.isClosed()
      if (isWhole) {
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
