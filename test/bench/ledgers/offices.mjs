// 组织架构 and 应急党支部名册 of the whole district, as rows.
import { peopleMaker } from './people.mjs'
import { seeded } from './random.mjs'

/** One row a building group. */
export function organizationRows(district) {
  const random = seeded(1077)
  const people = peopleMaker(random, 20_000)
  return district.flatMap(({ street, name, branches }) =>
    branches.flatMap((branch) =>
      Array.from({ length: branch.groups }, (_, n) => [
        `${street}党工委`,
        `${name}党委`,
        branch.name,
        `${n + 1}号楼党小组`,
        people.name(),
        people.phone(),
      ]),
    ),
  )
}

/** One entry an emergency branch, every contact filled in, so that every card can be printed. */
export function emergencyBranches(district) {
  const random = seeded(54)
  const people = peopleMaker(random, 40_000)
  const contact = () => ({ name: people.name(), phone: people.phone() })
  return district.flatMap(({ street, name, branches }) =>
    branches.map(({ estate }) => ({
      street,
      community: name,
      estate,
      branch: `${estate}共驻共建应急党支部`,
      secretary: contact(),
      firstSecretary: {
        ...contact(),
        unit: `区${random.pick(['税务', '教育', '水利', '财政', '民政', '交通运输', '市场监管'])}局`,
        position: random.pick(['党组书记', '党委书记', '主要负责人']),
      },
      gridLeader: contact(),
      buildings: 2 + random.int(8),
      households: 60 + random.int(800),
    })),
  )
}
