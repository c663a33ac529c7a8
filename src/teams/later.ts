import { createRequire, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * What the vendor's packages load at start and Samvit uses later, or never: a third of what a start took. Sign-in
 * brings dialogs, with recognisers of numbers and dates in ten languages; speech an HTML parser, transcripts a file library.
 * `soon` is what turns use; `esModule` is whether the module says that it was one, which compiled code asks at once.
 */
const LATER: { what: string; by: string; soon: boolean; esModule: boolean }[] = [
  { what: './authentication/Authentication', by: 'teams-ai/lib/Application.js', soon: false, esModule: true },
  { what: './Authentication', by: 'teams-ai/lib/authentication/BotAuth', soon: false, esModule: true },
  { what: 'botbuilder-dialogs', by: 'teams-ai/lib/authentication/BotAuth', soon: false, esModule: true },
  { what: 'axios', by: '/@microsoft/teams-ai/lib/', soon: false, esModule: false },
  { what: 'axios', by: '/botbuilder/lib/', soon: false, esModule: false },
  { what: 'axios', by: '/botframework-connector/lib/', soon: false, esModule: false },
  { what: 'htmlparser2', by: '/botbuilder/lib/', soon: false, esModule: true },
  { what: 'fs-extra', by: '/botbuilder/lib/', soon: false, esModule: false },
  { what: 'cross-fetch', by: '/botframework-connector/lib/', soon: false, esModule: false },
  { what: 'node-fetch', by: '/botframework-connector/lib/', soon: true, esModule: true },
  { what: 'jsonwebtoken', by: '/botframework-connector/lib/', soon: true, esModule: false },
  { what: '@azure/identity', by: '/botframework-connector/lib/', soon: true, esModule: true },
  { what: '@azure/msal-node', by: '/botframework-connector/lib/', soon: true, esModule: true },
];
const SCHEME = 'later:';

export interface PutOff {
  /** Which were asked for, as "what by whom", and whether they have been loaded since. */
  seen(): Map<string, boolean>;
  /** All there is to see, in the same words. */
  all: string[];
  /** Loads what turns use, so that the first one does not wait for it. */
  soon(): void;
}

/** Before the vendor's packages are imported. Nothing is left out: what is used is loaded when it is used. */
export function loadLater(): PutOff {
  const require = createRequire(import.meta.url);
  const asked = new Map<string, { file: string; soon: boolean; esModule: boolean }>();
  const named = ({ what, by }: { what: string; by: string }) => `${what} by ${by}`;
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      const later = LATER.find(({ what, by }) => what === specifier && context.parentURL?.includes(by));
      if (!later) return found;
      const file = fileURLToPath(found.url);
      asked.set(named(later), { ...later, file });
      const url = `${SCHEME}${later.esModule ? 'es' : 'cjs'}:${file}`;
      return { url, format: 'commonjs', shortCircuit: true };
    },
    load(url, context, next) {
      if (!url.startsWith(SCHEME)) return next(url, context);
      const [, kind, ...file] = url.split(':');
      return { format: 'commonjs', source: standIn(file.join(':'), kind === 'es'), shortCircuit: true };
    },
  });
  return {
    all: LATER.map(named),
    seen: () => new Map([...asked].map(([name, { file }]) => [name, file in require.cache])),
    soon() {
      for (const { file, soon } of asked.values()) if (soon) require(file);
    },
  };
}

/** A module that becomes the real one when anything but `__esModule` is asked of it. */
const standIn = (file: string, esModule: boolean): string => `
const real = () => require(${JSON.stringify(file)});
module.exports = new Proxy(function () {}, {
  get: (_, key) => (key === '__esModule' ? ${esModule} : real()[key]),
  has: (_, key) => key in real(),
  apply: (_, self, args) => Reflect.apply(real(), self, args),
  construct: (_, args) => Reflect.construct(real(), args),
});
`;
