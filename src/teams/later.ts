import { createRequire, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

interface Later {
  what: string;
  by: string;
  soon: boolean;
  esModule: boolean;
}

/**
 * What the vendor's packages load at start and Samvit uses later, or never: a third of what a start took. Sign-in
 * brings dialogs, with recognisers of numbers and dates in ten languages; speech an HTML parser, transcripts a file library.
 * `soon` is what turns use; `esModule` is whether the module says that it was one, which compiled code asks at once.
 */
const LATER: Later[] = [
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
const named = ({ what, by }: Later): string => `${what} by ${by}`;

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
  /** By address; `file` is where the real module is. */
  const asked = new Map<string, Later & { file: string }>();
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      const later = LATER.find(({ what, by }) => what === specifier && context.parentURL?.includes(by));
      if (!later) return found;
      const url = `later:${named(later)}`;
      asked.set(url, { ...later, file: fileURLToPath(found.url) });
      return { url, format: 'commonjs', shortCircuit: true };
    },
    load(url, context, next) {
      const later = asked.get(url);
      if (!later) return next(url, context);
      return { format: 'commonjs', source: standIn(later.file, later.esModule), shortCircuit: true };
    },
  });
  return {
    all: LATER.map(named),
    seen: () => new Map([...asked.values()].map((later) => [named(later), later.file in require.cache])),
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
