import { defineConfig } from '@playwright/test'
import journeys from '../playwright.config.ts'

export default defineConfig({ ...journeys, testDir: '.', testMatch: '*.pictures.ts', timeout: 120_000 })
