// Loaded before the product, makes it draw its pages from data in memory: whatever was asked of the database once is
// answered from here. What is left is what Next takes to draw the same page.

import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '#lib/generated/prisma/client.ts'

const since = new Date().toISOString()
// Asked as of now, a question is the same question a moment later.
const asNow = (_: string, value: unknown) =>
  typeof value === 'string' && value.length === 24 && value > since ? 'now' : value

const answers = new Map<string, Promise<unknown>>()

type Call = (...given: unknown[]) => Promise<unknown>
const remembering =
  (name: string, call: Call): Call =>
  (...given) => {
    const key = `${name} ${JSON.stringify(given, asNow)}`
    const answer = answers.get(key) ?? Promise.resolve(call(...given))
    answers.set(key, answer)
    return answer
  }

type Model = Record<string, Call>
function remembered(name: string, model: Model): Model {
  return new Proxy(model, {
    get: (_, method) =>
      remembering(`${name}.${String(method)}`, (...given) => asked(model, method)(...given)),
  })
}

function asked(of: Model, method: string | symbol): Call {
  const call = of[String(method)]
  if (!call) throw new Error(`There is no ${String(method)}.`)
  return call.bind(of)
}

const adapter = new PrismaPg({ connectionString: process.env.DATABASE_URL, max: 10 })
const client = new PrismaClient({ adapter })
const followthroughDb = new Proxy(client as unknown as Model & Record<string, Model>, {
  get(of, name) {
    if (name === '$queryRaw') return remembering('sql', (...given) => asked(of, name)(...given))
    const found = Reflect.get(of, name)
    return typeof found === 'object' && found ? remembered(String(name), found as Model) : found
  },
})
Object.assign(globalThis, { followthroughDb })
