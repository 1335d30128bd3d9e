// Page metadata: title, description, Open Graph and Twitter card of a public page.

import type { Metadata } from 'next'
import type { PageRequest } from '#app/(public)/request-params.ts'
import { titled } from '#app/answer.ts'
import { cardSize } from '#lib/sharing/card.ts'

type Shared = Pick<PageRequest, 'language' | 'href' | 'clocks'> & {
  title: string
  /** The sentence that answers. */
  description: string
  /** Without its language. */
  path: string
  type?: 'website' | 'article'
  hasPicture?: boolean
}

const locales = { en: 'en_GB', zh: 'zh_CN' }

/** A page's title and sentence, and how it looks where it is shared: as of now, with a picture of its own. */
export function pageMetadata(page: Shared): Metadata {
  const { language, href, clocks, title, description, path, type = 'article', hasPicture = true } = page
  const card = path === '/' ? '/card.png' : `${path}/card.png`
  const picture = { url: href(card), ...cardSize, alt: description, type: 'image/png' }
  const images = hasPicture && clocks.isNow ? [picture] : []
  return {
    ...titled(title, language),
    description,
    openGraph: {
      title,
      description,
      type,
      images,
      siteName: 'Followthrough',
      url: href(path),
      locale: locales[language],
      alternateLocale: Object.values(locales).filter((each) => each !== locales[language]),
    },
    twitter: { card: images.length ? 'summary_large_image' : 'summary', title, description, images },
  }
}
