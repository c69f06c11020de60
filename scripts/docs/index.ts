export {pages} from './pages.ts'
export {schemas} from './schemas.ts'
