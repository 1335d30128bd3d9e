import { faultsOf } from '#e2e/axe.ts'
import { expect, test } from '#e2e/signed-in.ts'
import { db } from '#lib/database/client.ts'
import { codeOf } from '#testing/authenticator.ts'

const password = 'winter lamps over the harbour'

for (const javaScriptEnabled of [true, false])
  test(`a second factor is set up, asked for, and replaced by a recovery code once, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    as,
    asVisitor,
  }) => {
    test.slow() // nine passwords are hashed on the way
    const { page, member } = await as('REVIEWER', { javaScriptEnabled })
    await page.goto('/desk/account/second-factor')
    await page.getByRole('link', { name: 'set one first' }).click()
    await page.getByLabel('New password').fill(password)
    await page.getByRole('button', { name: 'Save password' }).click()
    await expect(page.getByText('Your password is changed')).toBeVisible()
    await page.getByRole('link', { name: 'Set up a second factor' }).click()
    await page.getByLabel('Your password').fill('not my password at all')
    await page.getByRole('button', { name: 'Set it up' }).click()
    await expect(page.getByText('This is not your present password.').first()).toBeVisible()
    await page.getByLabel('Your password').fill(password)
    await page.getByRole('button', { name: 'Set it up' }).click()
    const secret = (await page.locator('code').innerText()).replaceAll(' ', '')
    const [recovery = ''] = (await page.locator('pre').innerText()).split('\n')
    if (javaScriptEnabled) expect(await faultsOf(page)).toEqual([])
    await page.getByLabel('The code that the app shows').fill('000000')
    await page.getByRole('button', { name: 'Switch it on' }).click()
    await expect(page.getByText('The app shows another code by now').first()).toBeVisible()
    const elsewhere = { id: `elsewhere${member.id}`, token: `elsewhere${member.id}`, userId: member.id }
    await db.session.create({ data: { ...elsewhere, expiresAt: new Date(Date.now() + 3_600_000) } })
    const before = await db.session.findMany({ where: { userId: member.id }, select: { id: true } })
    await page.getByLabel('The code that the app shows').fill(codeOf(secret))
    await page.getByRole('button', { name: 'Switch it on' }).click()
    await expect(page.getByText('from now on signing in asks for a code')).toBeVisible()
    // The session is another one now, and those begun without a code are ended.
    expect(await db.session.count({ where: { id: { in: before.map(({ id }) => id) } } })).toBe(0)
    expect(await db.session.count({ where: { userId: member.id } })).toBe(1)

    const signIn = async (code: string) => {
      const fresh = await asVisitor({ javaScriptEnabled })
      await fresh.goto(new URL('/sign-in?next=/desk/articles', page.url()).href)
      await fresh.getByLabel('E-mail address').fill(member.email)
      await fresh.getByLabel('Password').fill(password)
      await fresh.getByRole('button', { name: 'Sign in' }).click()
      await expect(fresh.getByRole('heading', { name: 'One more step' })).toBeVisible()
      const [cookies, desk] = [await fresh.context().cookies(), new URL('/desk', page.url()).href]
      expect(cookies.filter(({ name }) => name.endsWith('session_token'))).toEqual([])
      const answer = await fresh.request.get(desk, { maxRedirects: 0 })
      expect(answer.status()).not.toBe(200)
      await fresh.getByLabel('The code that your app shows').fill(code)
      await fresh.getByRole('button', { name: 'Sign in' }).click()
      return fresh
    }
    const one = await signIn('123456')
    await expect(one.getByText('This is not the code').first()).toBeVisible()
    const failed = await db.activity.findFirst({ where: { aboutId: member.id, kind: 'SIGN_IN_FAILED' } })
    expect(failed?.about).toBe(`${member.email} by a code`)
    const two = await signIn(recovery)
    await expect(two).toHaveURL(/\/desk\/articles$/)
    const again = await signIn(recovery)
    await expect(again.getByText('This is not the code').first()).toBeVisible()

    await page.goto('/desk/account/second-factor')
    await page.getByRole('link', { name: 'Make new recovery codes' }).click()
    await page.getByLabel('Your password').fill(password)
    await page.getByRole('button', { name: 'Make new recovery codes' }).click()
    await expect(page.getByText('The old codes are void')).toBeVisible()
    await page.goto('/desk/account/second-factor?act=end')
    await page.getByLabel('Your password').fill(password)
    await page.getByRole('button', { name: 'Switch it off' }).click()
    await expect(page.getByRole('button', { name: 'Set it up' })).toBeVisible()
  })
