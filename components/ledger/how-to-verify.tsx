import { instantInWords } from '#lib/dates.ts'

type Props = {
  publicKey: string | null
  newest: { seq: number; at: Date } | null
  count: number
}

/** What is signed, and how anybody checks the whole of it without trusting this server. */
export function HowToVerify({ publicKey, newest, count }: Props) {
  return (
    <section className="max-w-measure">
      <h2>How to verify it</h2>
      {publicKey ? (
        <>
          <p>
            {newest
              ? `After each publication, and every hour, the head is signed: ${count.toLocaleString('en')} ${count === 1 ? 'checkpoint' : 'checkpoints'} so far, the newest of entry ${newest.seq}, ${instantInWords(newest.at)}.`
              : 'After each publication, and every hour, the head is signed. That has not happened yet.'}{' '}
            The public key:
          </p>
          <p className="mt-2 select-all font-sans text-sm break-all">
            <code>{publicKey}</code>
          </p>
        </>
      ) : (
        <p>This installation has no key, so nothing of it is signed.</p>
      )}
      <p className="mt-3">
        <a href="/ledger/download" download>
          Download the whole ledger
        </a>{' '}
        and check it with the program of this project, without this server or its database:
      </p>
      <pre className="mt-2 whitespace-pre-wrap rounded border border-rule bg-leaf px-4 py-3 font-mono text-sm [overflow-wrap:anywhere]">
        npm run -s ledger:verify -- --from ledger.ndjson{publicKey ? ` --key '${publicKey}'` : ''}
      </pre>
      <p className="mt-3">
        It finds entries that were changed, removed, put in or reordered. Keep{' '}
        <a href="/ledger/checkpoint" download="checkpoint.txt">
          the newest checkpoint
        </a>{' '}
        today, and <code>--trusted checkpoint.txt</code> will show later whether any of what stands here now
        was cut off. What the ledger proves, and what it cannot, stands in the{' '}
        <a href="/methodology#ledger">methodology</a>.
      </p>
    </section>
  )
}
