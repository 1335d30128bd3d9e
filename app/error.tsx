'use client'

export default function Failed() {
  return (
    <main className="mx-auto max-w-page px-5 py-12 sm:px-8">
      <h1>This page could not be shown</h1>
      <p className="mt-3 max-w-measure">
        Something went wrong on our side, or the database does not answer just now. Nothing is lost: load the
        page again in a moment, or start at the <a href="/">dashboard</a>.
      </p>
    </main>
  )
}
