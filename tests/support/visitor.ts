// Somebody at a browser without scripts: keeps cookies, opens pages, fills in their forms and follows where they lead.
import { load } from './html.ts'
import type { Web } from '#src/platform/web/web.ts'

export type Seen = {
  readonly status: number
  readonly path: string
  readonly html: string
  /** The words of the page, tags gone and spaces folded. */
  readonly text: string
  readonly headers: Headers
}

export type Visitor = {
  readonly cookies: Map<string, string>
  readonly visit: (path: string) => Promise<Seen>
  /** Posts a form of the page last seen, found by where it posts to, with these fields in place of what it holds. */
  readonly submit: (to: string, fields?: Record<string, string>) => Promise<Seen>
  /** Posts without having seen a page first; `headers` may pretend. Redirects are not followed. */
  readonly post: (to: string, fields?: Record<string, string>, headers?: Record<string, string>) => Promise<Response>
}

const HOST = 'http://fest.example'

export function makeVisitor(app: Web, cookies = new Map<string, string>()): Visitor {
  let last: Seen | undefined

  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers)
    headers.set('host', 'fest.example')
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await app.request(HOST + path, { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) keep(cookies, line)
    return response
  }

  const visit = async (path: string): Promise<Seen> => arrive(await ask(path), path)

  const arrive = async (response: Response, path: string): Promise<Seen> => {
    const to = response.headers.get('location')
    if (to !== null && response.status >= 300 && response.status < 400) return visit(to.replace(HOST, ''))
    const html = await response.text()
    last = { status: response.status, path, html, text: load(html).text, headers: response.headers }
    return last
  }

  const post: Visitor['post'] = (to, fields = {}, headers = {}) =>
    ask(to, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
    })

  return {
    cookies,
    visit,
    post,
    async submit(to, fields = {}) {
      const form = load(last?.html ?? '').forms.find(
        (candidate) => candidate.action === to || candidate.action.split('?')[0] === to,
      )
      if (!form)
        throw new Error(
          `The page ${last?.path} has no form that posts to ${to}; it has ${load(last?.html ?? '')
            .forms.map((each) => each.action)
            .join(', ')}`,
        )
      return arrive(await post(form.action, { ...form.fields, ...fields }), form.action)
    },
  }
}

/** The same at a real server. */
export function visitorAt(address: string): Visitor {
  const real = { request: (url: string, init: RequestInit) => fetch(url.replace(HOST, address), init) }
  return makeVisitor(real as unknown as Web)
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split('; ')
  const at = pair.indexOf('=')
  const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
  if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) cookies.delete(name)
  else cookies.set(name, value)
}
