import { pino } from 'pino';

export type Log = Pick<pino.Logger, 'debug' | 'info' | 'warn' | 'error'>;

/**
 * What went wrong and where, never who or what: no question, name or id is handed to the log, and what a library puts
 * in an error beside its name, message and stack is left out.
 */
export function createLog(level: string, to?: pino.DestinationStream): Log {
  const options: pino.LoggerOptions = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: {
      err(error: unknown) {
        const { name, message, stack, ...rest } = error as Error & { code?: string; statusCode?: number };
        return { name, message, code: rest.code, statusCode: rest.statusCode, stack };
      },
    },
  };
  return to ? pino(options, to) : pino(options);
}
