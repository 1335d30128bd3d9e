import { defineConfig } from 'prisma/config'

// The command line insists on a downloaded engine binary that generate, validate and format never run.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({ schema: 'prisma/schema.prisma' })
