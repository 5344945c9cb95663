/** The 97.5 % quantile of the standard normal distribution, for two-sided 95 % intervals (formulas 2, general rules). */
export const Z95 = 1.959963984540054;
