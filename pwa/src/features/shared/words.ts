import { language, t } from '@/i18n'
import type { ClinicianBody, PackageBody, ServiceItemBody } from './documents'

/** A service in a few words: 高血压随访. An item that is too new for this app has the catalogue's own name. */
export function itemWord(code: string, item?: Pick<ServiceItemBody, 'name' | 'name_en'>): string {
  const id = `visits-item-${code}`
  const word = t(id)
  return word === id ? (item ? ownName(item) : code) : word
}

/** The name as the county wrote it, in the language chosen. */
export function ownName({ name, name_en }: Pick<ServiceItemBody | PackageBody, 'name' | 'name_en'>): string {
  return language.value === 'zh-CN' ? name : name_en
}

/** 陈志远医生 */
export function calledClinician({ name, profession }: Pick<ClinicianBody, 'name' | 'profession'>): string {
  return t('residents-clinician', { name, profession: t(`residents-profession-${profession}`) })
}
