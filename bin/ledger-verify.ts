import { system } from '#lib/auth/viewer.ts'
import { db } from '#lib/db.ts'
import { verifyLedger } from '#lib/ledger/verify.ts'

const { fault } = await verifyLedger(system, (line) => console.log(`✓ ${line}`))
console.log(fault ? `✗ ${fault}` : 'Nothing has been rewritten.')
await db.$disconnect()
process.exitCode = fault ? 1 : 0
