export const RELEASED: string;
