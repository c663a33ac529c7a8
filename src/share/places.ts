import type { Municipalities, Municipality } from '../knowledge/municipalities.ts';
import { meantBy } from '../people/municipality.ts';

export type PlaceFault =
  | { why: 'place-unknown'; is: string; near: string[] }
  /** A name that several have, or that was split among several. */
  | { why: 'place-several'; is: string; near: string[] };

/** The municipalities someone has written, by name or number of today or before, one after the other. Pure. */
export function readPlaces(
  text: string,
  norway: Municipalities,
): { numbers: string[]; faults: PlaceFault[] } {
  const read = text
    .split(/[,;\n]+/)
    .map((piece) => piece.trim())
    .filter(Boolean)
    .map((piece) => readPiece(piece, norway));
  return {
    numbers: [...new Set(read.flatMap(({ numbers }) => numbers))],
    faults: read.flatMap(({ faults }) => faults),
  };
}

function readPiece(piece: string, norway: Municipalities): ReturnType<typeof readPlaces> {
  const meant = meantBy(piece, norway);
  if (meant.kind === 'one' && (isNumber(piece) || norway.onlyPlaces(piece)))
    return { numbers: [meant.municipality.number], faults: [] };
  // "Asker og Bærum" is two; "Nore og Uvdal" was one above.
  const parts = piece.split(/\s+(?:og|and)\s+|\s*[&/]\s*/i);
  if (parts.length > 1) {
    const read = parts.map((part) => readPiece(part, norway));
    return {
      numbers: read.flatMap(({ numbers }) => numbers),
      faults: read.flatMap(({ faults }) => faults),
    };
  }
  const is = piece.slice(0, SHOWN);
  if (meant.kind === 'several')
    return { numbers: [], faults: [{ why: 'place-several', is, near: meant.municipalities.map(inCounty) }] };
  const near = meant.kind === 'one' ? [meant.municipality] : meant.near;
  return { numbers: [], faults: [{ why: 'place-unknown', is, near: near.map(({ name }) => name) }] };
}

const SHOWN = 60;

const isNumber = (piece: string): boolean => /^\d{4}$/.test(piece);

/** As it can be written to be understood. */
const inCounty = ({ name, county }: Municipality): string => `${name} i ${county.name}`;
