/** The nonce of this page load, set by `main/protocol.ts`; antd's run-time style elements carry it. */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
