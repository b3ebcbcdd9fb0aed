export interface Crop {
  width: number;
  bytes: Uint8Array;
}
export interface Reading {
  text: string;
  certainty: number;
  number: string;
  numberCertainty: number;
  second: string;
}
export function alphabet(list: string): string[];
export class Recogniser {
  constructor(session: object, Tensor: unknown, characters: string[]);
  read(crops: Crop[], progress?: (done: number, all: number) => void): Promise<Reading[]>;
}
