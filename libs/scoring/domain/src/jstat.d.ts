declare module 'jstat' {
  const jStat: {
    studentt: { inv(p: number, degreesOfFreedom: number): number };
    beta: { inv(p: number, alpha: number, beta: number): number };
  };
  export default jStat;
}
