import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { requestUrl } from '#app/request-url.ts'
import { env } from '#lib/env.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import './globals.css'
import './print.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = wordsOf((await requestUrl()).language, 'frame')
  return {
    metadataBase: new URL(env().BASE_URL),
    title: { default: t('product'), template: `%s · ${t('product')}` },
    description: t('description'),
    icons: {
      icon: [
        { url: '/favicon.ico', sizes: '48x48' },
        { url: '/icon.svg', type: 'image/svg+xml', sizes: 'any' },
      ],
      apple: '/apple-touch-icon.png',
    },
    manifest: '/site.webmanifest',
  }
}
export const viewport: Viewport = { colorScheme: 'light dark' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { language } = await requestUrl()
  return (
    <html lang={language === 'zh' ? 'zh-Hans' : 'en'}>
      <body>{children}</body>
    </html>
  )
}
