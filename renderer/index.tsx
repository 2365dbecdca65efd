import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Root } from './app.tsx'
import { giveStylesTheNonce } from './csp.ts'
import { queryClient } from './hooks/query.ts'
import './fonts.css'
import './styles.css'

giveStylesTheNonce()

const container = document.getElementById('root')
if (container !== null) {
  createRoot(container).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Root />
      </QueryClientProvider>
    </StrictMode>,
  )
}
