import { type FSWatcher, watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What a folder looked like: enough to tell whether something in it has been changed since. */
export interface Look {
  /** Every file of knowledge with its time and size, as one text. */
  files: string;
  /** The folder and those in it: path to a number that is another when the folder has been made anew. */
  folders: ReadonlyMap<string, number>;
}

export interface WatchDeps {
  /** How the folder looked before it was read: what was changed since then is told at once. */
  since: Look;
  pollMs: number;
  /** Files come in flocks, and editors write in several steps: told when it has been quiet this long. */
  quietMs?: number;
  /** Gives false when the change could not be dealt with: it is then told again at the next poll. */
  onChange(): Promise<boolean>;
}

export interface Watch {
  /** Resolves when nothing is told any more. */
  close(): Promise<void>;
}

const KNOWLEDGE = /\.(md|yaml|json)$/;

/**
 * Tells when a file of knowledge under the folder is changed, new or gone: at once where the system tells us, else
 * when the files are next looked over, as on network drives. Keeps no process alive.
 */
export function watchFolder(folder: string, { since, pollMs, quietMs = 300, onChange }: WatchDeps): Watch {
  const watchers = new Map<string, FSWatcher>();
  let seen: string | undefined = since.files;
  // Two writes within a tick of the clock of the disk look alike, so a told change counts even when none is seen.
  let told = false;
  let closed = false;
  let quiet: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;
  let again = false;

  async function lookOver(): Promise<void> {
    do {
      again = false;
      const now = await lookAt(folder);
      if (closed) return;
      follow(now.folders);
      const changed = told || now.files !== seen;
      told = false;
      seen = now.files;
      if (changed && !(await onChange())) seen = undefined;
    } while (again && !closed);
  }

  /** One at a time: a look that comes while another is under way is taken after it. */
  function look(): void {
    again = true;
    looking ??= lookOver().finally(() => {
      looking = undefined;
      if (again && !closed) look();
    });
  }

  /**
   * Watches each folder by itself: on Linux a recursive watch of Node's loses the files that an editor or git replaces
   * by renaming another into their place.
   */
  function follow(folders: Look['folders']): void {
    const keys = new Map([...folders].map(([path, made]) => [`${path} ${made}`, path]));
    for (const [key, watcher] of watchers) if (!keys.has(key)) letGo(key, watcher);
    for (const [key, path] of keys) {
      if (watchers.has(key)) continue;
      try {
        const watcher = watch(path, { persistent: false }, (_, name) => {
          if (name !== null && KNOWLEDGE.test(name)) told = true;
          clearTimeout(quiet);
          quiet = setTimeout(look, quietMs).unref();
        });
        watchers.set(key, watcher);
        watcher.on('error', () => letGo(key, watcher));
      } catch {
        // Not to be watched, or no room for another watch: the poll sees what this would have told.
      }
    }
  }

  function letGo(key: string, watcher: FSWatcher): void {
    watchers.delete(key);
    watcher.close();
  }

  const poll = setInterval(() => {
    // A drive that does not answer is waited for, not asked again and again.
    if (!looking) look();
  }, pollMs).unref();
  follow(since.folders);
  look();

  return {
    async close() {
      closed = true;
      clearInterval(poll);
      clearTimeout(quiet);
      for (const [key, watcher] of watchers) letGo(key, watcher);
      await looking;
    },
  };
}

/** A folder that cannot be read looks like one without files. */
export async function lookAt(folder: string): Promise<Look> {
  const names = await readdir(folder, { recursive: true }).catch((): string[] => []);
  const looks = await Promise.all(
    ['', ...names].sort().map(async (name) => {
      const path = join(folder, name);
      const found = await stat(path).catch(() => undefined);
      return { name, path, found };
    }),
  );
  return {
    files: looks
      .flatMap(({ name, found }) =>
        found?.isFile() && KNOWLEDGE.test(name) ? `${name} ${found.mtimeMs} ${found.size}` : [],
      )
      .join('\n'),
    folders: new Map(looks.flatMap(({ path, found }) => (found?.isDirectory() ? [[path, found.ino]] : []))),
  };
}
