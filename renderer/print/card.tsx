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

const phonesOf = (contact: CardContact | null): readonly string[] =>
  [contact?.phone ?? null, contact?.phone2 ?? null].filter((phone) => phone !== null)

/** Partner unit and position of a first secretary, each kept together where the line is long enough. */
const positionOf = (contact: CardFirstSecretary | null): readonly string[] =>
  [contact?.partnerUnit ?? '', contact?.position ?? ''].filter((part) => part !== '')

const Contact = (props: {
  readonly label: string
  readonly contact: CardContact | null
  readonly position?: readonly string[]
}) => {
  const phones = phonesOf(props.contact)
  const position = props.position ?? []
  return (
    <div className={phones.length > 1 ? 'card-contact card-two-phones' : 'card-contact'}>
      <span className="card-label">{props.label}</span>
      <span className="card-name" data-one-line>
        {props.contact?.name ?? <i className="card-blank" />}
      </span>
      {position.length === 0 ? null : (
        <span className="card-position">
          {position.map((part) => (
            <span key={part}>{part}</span>
          ))}
        </span>
      )}
      <span className="card-phones">
        {phones.length === 0 ? (
          <i className="card-blank card-blank-phone" />
        ) : (
          phones.map((phone) => <b key={phone}>{phone}</b>)
        )}
      </span>
    </div>
  )
}

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
        <Contact label="第一书记" contact={card.firstSecretary} position={positionOf(card.firstSecretary)} />
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
