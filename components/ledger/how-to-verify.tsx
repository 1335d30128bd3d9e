import { instantInWords } from '#lib/dates.ts'
import { gap, type Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

type Props = {
  publicKey: string | null
  newest: { seq: number; at: Date } | null
  count: number
  language: Language
  href: (path: string) => string
}

/** What is signed, and how anybody checks the whole of it without trusting this server. */
export function HowToVerify({ publicKey, newest, count, language, href }: Props) {
  const t = wordsOf(language, 'ledger')
  return (
    <section className="max-w-measure">
      <h2>{t('howToVerify')}</h2>
      {publicKey ? (
        <>
          <p>
            {newest
              ? t('signed', { count, seq: newest.seq, at: instantInWords(newest.at, language) })
              : t('notSigned')}
            {gap(language)}
            {t('publicKey')}
          </p>
          <p className="mt-2 select-all font-sans text-sm break-all">
            <code>{publicKey}</code>
          </p>
        </>
      ) : (
        <p>{t('noKey')}</p>
      )}
      <p className="mt-3">
        {t.rich('download', {
          file: (text) => (
            <a href="/ledger/download" download>
              {text}
            </a>
          ),
        })}
      </p>
      <pre className="mt-2 whitespace-pre-wrap rounded border border-rule bg-leaf px-4 py-3 font-mono text-sm [overflow-wrap:anywhere]">
        npm run -s ledger:verify -- --from ledger.ndjson{publicKey ? ` --key '${publicKey}'` : ''}
      </pre>
      <p className="mt-3">
        {t.rich('keep', {
          checkpoint: (text) => (
            <a href="/ledger/checkpoint" download="checkpoint.txt">
              {text}
            </a>
          ),
          code: (text) => <code>{text}</code>,
          methodology: (text) => <a href={`${href('/methodology')}#ledger`}>{text}</a>,
        })}
      </p>
    </section>
  )
}
