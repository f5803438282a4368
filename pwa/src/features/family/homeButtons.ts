import { t } from '@/i18n'
import type { IconName } from '@/ui/icons'
import type { ContractBody } from '../shared/documents'
import { may, type Person } from './people'

export interface HomeButton {
  to: string
  icon: IconName
  label: string
  is_first?: boolean
}

/** The home's buttons, four at most: what this person may do for the elder, booking first. */
export function homeButtons(person: Person, contract: ContractBody | undefined): HomeButton[] {
  const buttons: (HomeButton | false)[] = [
    may(person, 'book') && contract?.status === 'active' && { to: '/book', icon: 'house-plus', label: t('family-button-book') },
    person.is_full && { to: '/refill', icon: 'pill-bottle', label: t(person.is_self ? 'family-button-refill_own' : 'family-button-refill') },
    person.is_full && { to: '/contract', icon: 'file-heart', label: t(person.is_self ? 'family-button-contract_own' : 'family-button-contract') },
    !person.is_full && { to: '/plan', icon: 'calendar-check-2', label: t('family-button-plan') },
    { to: '/contact', icon: 'message-circle', label: t('family-button-contact') },
  ]
  return buttons.filter((button) => !!button).map((button, n) => ({ ...button, is_first: n === 0 }))
}
