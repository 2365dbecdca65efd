import type { ReactNode } from 'react'

export interface RailItem {
  readonly path: string
  readonly label: string
  readonly icon: ReactNode
}

/** The left rail: icon over label, red only for the page that is open. Links, so that Tab and Enter work. */
export const Rail = (props: { readonly items: readonly RailItem[]; readonly current: string | null }) => (
  <nav className="rail" aria-label="主导航">
    {props.items.map((item) => (
      <a
        key={item.path}
        href={`#${item.path}`}
        className="rail-item"
        aria-current={item.path === props.current ? 'page' : undefined}
        data-testid={`nav${item.path.replace('/', '-')}`}
      >
        <span className="rail-icon">{item.icon}</span>
        {item.label}
      </a>
    ))}
  </nav>
)
