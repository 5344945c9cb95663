/** Every account of the demo has it. */
export const PASSWORD = 'wheelhouse-demo';

/** Of accounts that a story made. */
const passwords = new Map();
export const setPassword = (email, password) => passwords.set(email, password);

const sessions = new Map();

/** Signs in once for each account and address; stories share the session as tabs of one browser do. */
async function signIn(email, address) {
  const key = `${address} ${email}`;
  if (!sessions.has(key)) {
    const signInAs = async (headers) => {
      const response = await fetch(`${address}/api/v1/auth/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ email, password: passwords.get(email) ?? PASSWORD }),
      });
      if (!response.ok) throw new Error(`${email} cannot sign in: ${response.status} ${await response.text()}`);
      return response;
    };
    const browser = await signInAs({ 'x-wheelhouse': '1' });
    const cookies = browser.headers.getSetCookie().map((line) => {
      const [pair = '', ...rest] = line.split('; ');
      const at = pair.indexOf('=');
      return {
        name: pair.slice(0, at),
        value: pair.slice(at + 1),
        domain: new URL(address).hostname,
        path: '/',
        httpOnly: rest.some((part) => /^httponly$/i.test(part)),
        secure: false,
        sameSite: 'Lax',
        expires: -1,
      };
    });
    const { accessToken } = await (await signInAs({})).json();
    sessions.set(key, { cookies, accessToken });
  }
  return sessions.get(key);
}

export async function cookiesOf(email, address) {
  return (await signIn(email, address)).cookies;
}

/** The API as an account sees it: `api('/home')` answers the JSON, anything but 2xx rejects. */
export function apiOf(email, address = process.env.WHEELHOUSE_TEST_URL) {
  return async (path, { method = 'GET', body } = {}) => {
    const { accessToken } = await signIn(email, address);
    const response = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${accessToken}`,
        accept: 'application/json',
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok)
      throw Object.assign(new Error(`${method} ${path}: ${response.status} ${text}`), { status: response.status });
    return text ? JSON.parse(text) : undefined;
  };
}
