import { useSearchParams } from 'wouter'
import { ChartPage } from './chart-page.tsx'
import { OrganizationPage } from './organization-page.tsx'

/** The organization as an outline, or with `?view=chart` as a chart. */
export const OrganizationViews = () => {
  const [search] = useSearchParams()
  return search.get('view') === 'chart' ? <ChartPage /> : <OrganizationPage />
}
