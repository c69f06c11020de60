import {type Severity, severities} from '../model/finding.ts'
import type {Threshold} from './config.ts'

export const atOrAbove = (severity: Severity, threshold: Threshold): boolean =>
  threshold !== 'never' && severities.indexOf(severity) <= severities.indexOf(threshold)
