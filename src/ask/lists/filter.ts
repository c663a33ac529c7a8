import { z } from 'zod';

/** What shared solutions are listed by. Years are apart: they are from and to. */
export const fields = ['kind', 'subject', 'procedure', 'system', 'network', 'place'] as const;
export type Field = (typeof fields)[number];

const year = z.int().min(1900).max(2200).optional();
const conditionSchema = z.discriminatedUnion('field', [
  z.object({
    field: z.enum(fields),
    /** Any of these: municipality numbers of four digits and county numbers of two, or slugs. */
    any: z
      .array(z.string().regex(/^[a-z0-9-]{2,80}$/))
      .min(1)
      .max(60),
  }),
  /** Both counted in. */
  z.object({ field: z.literal('year'), from: year, to: year }),
]);
export type Condition = z.infer<typeof conditionSchema>;
export type ValueCondition = Extract<Condition, { field: Field }>;

/** Which shared solutions to list: all conditions must be met. None lets all through. */
const filterSchema = z.array(conditionSchema).max(12);
export type Filter = z.infer<typeof filterSchema>;

/** A list as it is asked for, and as a button carries it. */
export const listQuerySchema = z.object({
  where: filterSchema,
  /** One row for each solution, or for each municipality. */
  by: z.enum(['solution', 'municipality']),
});
export type ListQuery = z.infer<typeof listQuerySchema>;

/** The filter without one of the values of a condition, or without the whole of it. */
export function without(where: Filter, condition: Condition, value?: string): Filter {
  return where.flatMap((other) => {
    if (other !== condition) return [other];
    if (other.field === 'year' || value === undefined) return [];
    const any = other.any.filter((one) => one !== value);
    return any.length > 0 ? [{ ...other, any }] : [];
  });
}
