/** The LINE channel that both bots serve here. */
export const channel = {
  secret: 'the secret of the benchmark',
  token: 'the token of the benchmark',
} as const;
