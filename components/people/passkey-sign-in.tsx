'use client'

import { useState, useTransition } from 'react'
import { askCredential, reasonOf, usePasskeys } from '#components/people/credentials.ts'
import { Button } from '#components/ui/button.tsx'

type Props = {
  next: string
  begin: () => Promise<{ options: PublicKeyCredentialRequestOptionsJSON } | { fault: string }>
  finish: (answer: string, next: string) => Promise<{ fault: string }>
}

/** Signing in without typing anything: the browser asks its owner, and the passkey says whose it is. */
export function PasskeySignIn({ next, begin, finish }: Props) {
  const isAble = usePasskeys()
  const [fault, setFault] = useState('')
  const [isPending, start] = useTransition()
  const signIn = () =>
    start(async () => {
      setFault('')
      const begun = await begin()
      if ('fault' in begun) return setFault(begun.fault)
      const answer = await askCredential(begun.options).catch((error) => ({ fault: reasonOf(error) }))
      // Where it goes well, the answer is another page.
      setFault(typeof answer === 'string' ? ((await finish(answer, next))?.fault ?? '') : answer.fault)
    })
  if (isAble === undefined) return null
  return (
    <div className="mt-3">
      {isAble ? (
        <Button type="button" onClick={signIn} aria-disabled={isPending}>
          Use a passkey
        </Button>
      ) : (
        <p className="text-soft">This browser has no passkeys; a newer one does.</p>
      )}
      <p role="alert" className="mt-2 font-sans text-sm font-medium text-fault empty:hidden">
        {fault}
      </p>
    </div>
  )
}
