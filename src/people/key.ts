import { createHmac, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Turns ids into codes that cannot be read back, or matched with a list of people, without the secret. */
export type Key = (...ids: string[]) => string;

const RECENT_MAX = 5_000;

export function createKey(secret: string): Key {
  // The same people and conversations come again and again; the codes of the last few thousand are kept at hand.
  const recent = new Map<string, string>();
  return (...ids) => {
    // JSON keeps ["a", "bc"] and ["ab", "c"] apart.
    const joined = JSON.stringify(ids);
    const known = recent.get(joined);
    if (known) return known;
    if (recent.size >= RECENT_MAX) recent.clear();
    const code = createHmac('sha256', secret).update(joined).digest('base64url');
    recent.set(joined, code);
    return code;
  };
}

/** The secret of an embedded installation: made once, beside the database and never in it. */
export async function localSecret(folder: string): Promise<string> {
  const file = join(folder, 'secret');
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const secret = randomBytes(32).toString('base64url');
    await writeFile(file, `${secret}\n`, { mode: 0o600, flag: 'wx' });
    return secret;
  }
}
