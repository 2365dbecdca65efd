import { allPeople } from '../handlers/people.ts'
import { sortPeople } from '../sort-people.ts'
import type { Command } from './options.ts'
import type { Answer, Surroundings } from './surroundings.ts'

/** Those in the office's care by the reading of their names; phones and ID numbers masked. */
export const listPeople = async (
  { search }: Extract<Command, { name: 'people' }>,
  { context, say }: Surroundings,
): Promise<Answer> => {
  await sortPeople(context.database())
  const found = await allPeople(context, search === null ? {} : { text: search }, {
    by: 'reading',
    descending: false,
  })
  say(`共 ${found.length} 人。`)
  return {
    people: found.map((person) => ({
      id: person.id,
      name: person.name,
      gender: person.gender,
      birthDate: person.birthDate,
      phone: person.phoneMasked,
      idNumber: person.idNumberMasked,
      category: person.category,
      branch: person.branchName,
      community: person.communityName,
      posts: person.posts,
    })),
  }
}
