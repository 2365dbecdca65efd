/** The nonce of this page load, set by `main/protocol.ts`; antd's run-time style elements carry it. */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

/**
 * Gives every style element that a script makes the nonce. antd's own styles take it from ConfigProvider, but the
 * scroll lock behind its drawers and the scroll-bar measuring of its tables make theirs without. Styles that come
 * in as markup stay refused.
 */
export const giveStylesTheNonce = (): void => {
  const nonce = styleNonce()
  const create = document.createElement.bind(document)
  const createWithNonce = (tag: string, options?: ElementCreationOptions): HTMLElement => {
    const element = create(tag, options)
    if (element instanceof HTMLStyleElement) element.nonce = nonce
    return element
  }
  document.createElement = createWithNonce as Document['createElement']
}
