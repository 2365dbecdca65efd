import { useLocation } from 'wouter'
import { PeoplePage } from './people-page.tsx'
import { reportingPath, volunteersPath } from './people-tabs.tsx'
import { ReportingView } from './reporting-view.tsx'
import { VolunteersView } from './volunteers-view.tsx'

/** 人员: 名单 at `/people`, 志愿者 at `/people/volunteers`, 双报到 at `/people/reporting`. */
export const PeopleViews = () => {
  const [location] = useLocation()
  if (location.startsWith(volunteersPath)) return <VolunteersView />
  return location.startsWith(reportingPath) ? <ReportingView /> : <PeoplePage />
}
