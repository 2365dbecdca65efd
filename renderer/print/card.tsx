import type { ReactNode } from 'react'
import type { CardContact, CardContent, CardFirstSecretary } from '../../shared/models/card.ts'
import './card.css'
import { useCardFit } from './use-card-fit.ts'

interface CardProps {
  readonly card: CardContent
  /** ISO date. */
  readonly issuedOn: string
  readonly edition: string
}

/** `2026-11-22` → `2026年11月22日`. */
const chineseDate = (iso: string): string => {
  const [year, month, day] = iso.split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}

const Phones = ({ contact }: { readonly contact: CardContact | null }) => {
  const phones = [contact?.phone ?? null, contact?.phone2 ?? null].filter((phone) => phone !== null)
  return (
    <span className="card-phones">
      {phones.length === 0 ? (
        <i className="card-blank card-blank-phone" />
      ) : (
        phones.map((phone) => <b key={phone}>{phone}</b>)
      )}
    </span>
  )
}

const Position = ({ contact }: { readonly contact: CardFirstSecretary | null }) => {
  const parts = [contact?.partnerUnit ?? null, contact?.position ?? null].filter(
    (part) => part !== null && part !== '',
  )
  return parts.length === 0 ? null : (
    <span className="card-position">
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
    </span>
  )
}

const Contact = (props: {
  readonly label: string
  readonly contact: CardContact | null
  readonly children?: ReactNode
}) => (
  <div className="card-contact">
    <span className="card-label">{props.label}</span>
    <span className="card-person">
      <span className="card-name" data-one-line>
        {props.contact?.name ?? <i className="card-blank" />}
      </span>
      {props.children}
    </span>
    <Phones contact={props.contact} />
  </div>
)

/** 共驻共建应急党支部联系卡, exactly 90 × 54 mm. What is missing is left blank for handwriting. */
export const Card = ({ card, issuedOn, edition }: CardProps) => {
  const ref = useCardFit(JSON.stringify([card, issuedOn, edition]))
  const places = [
    ['社区', card.community],
    ['小区', card.estate],
  ] as const
  return (
    <article className="card" ref={ref} data-unit={card.unitId}>
      <header className="card-title">共驻共建应急党支部联系卡</header>
      <div className="card-body" data-fit>
        <div className="card-head">
          <h2 className="card-branch" data-one-line>
            {card.branch}
          </h2>
          <p className="card-places">
            {places.map(([label, place]) =>
              place === null ? null : (
                <span key={label}>
                  <span className="card-label">{label}</span> {place}
                </span>
              ),
            )}
          </p>
        </div>
        <Contact label="支部书记" contact={card.secretary} />
        <Contact label="第一书记" contact={card.firstSecretary}>
          <Position contact={card.firstSecretary} />
        </Contact>
        <Contact label="网格长" contact={card.gridLeader} />
        <footer className="card-foot">
          <span>{card.street}</span>
          <span className="card-issue">
            <span>{chineseDate(issuedOn)}</span>
            <span>{edition}</span>
          </span>
        </footer>
      </div>
    </article>
  )
}
