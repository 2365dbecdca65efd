/** SQL for the number under which somebody is reached, of the `person` joined under the alias. */
export const contactPhone = (alias: string): string =>
  `coalesce(${alias}.phone, ${alias}.phone2, ${alias}.landline)`

/** SQL for which field that number stands in, a `PersonalField`. */
export const contactField = (alias: string): string =>
  `CASE WHEN ${alias}.phone IS NOT NULL THEN 'phone' WHEN ${alias}.phone2 IS NOT NULL THEN 'phone2' ELSE 'landline' END`
