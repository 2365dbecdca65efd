import type { HandlersOf } from '../../shared/ipc.ts'
import type { registerRequests } from '../../shared/requests/registers.ts'
import type { Context } from '../context.ts'
import { loadPartner, loadPartnerPage } from '../database/registers/partner-units.ts'
import { loadReportingPage, loadVolunteerPage } from '../database/registers/registered.ts'
import { loadVenue } from '../database/registers/venue-detail.ts'
import { loadBranchesWithout, loadVenueFigures, loadVenuePage } from '../database/registers/venues.ts'

export const registerHandlers: HandlersOf<typeof registerRequests, Context> = {
  'venue.page': (asked, { database }) => loadVenuePage(database(), asked),
  'venue.figures': (_, { database }) => loadVenueFigures(database()),
  'venue.load': ({ id }, { database }) => loadVenue(database(), id),
  'venue.without': ({ from, count }, { database }) => loadBranchesWithout(database(), from, count),
  'volunteer.page': (asked, { database }) => loadVolunteerPage(database(), asked),
  'reporting.page': (asked, { database }) => loadReportingPage(database(), asked),
  'partner.page': (asked, { database }) => loadPartnerPage(database(), asked),
  'partner.load': ({ id }, { database }) => loadPartner(database(), id),
}
