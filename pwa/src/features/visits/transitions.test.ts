import { expect, test } from 'vitest'
import cases from '../../../../tests/tables/visit_steps.json'
import { mayNot, nextStatus, type VisitAction, type VisitFacts } from './transitions'

interface Case extends VisitFacts {
  id: string
  action: VisitAction
  becomes?: string
  code?: string
}

test.each(cases as Case[])('$id', ({ action, becomes, code, ...facts }) => {
  expect(mayNot(action, facts)?.reason).toBe(code)
  if (!code) expect(nextStatus(facts.status, action)).toBe(becomes)
})
