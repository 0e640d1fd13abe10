import '../ui/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { resumeIssuerSignIn } from '../state/issuer-sign-in.ts';
import { applyTheme } from '../state/theme.ts';
import { App } from './app.tsx';

const element = document.querySelector('#root');
if (!element) throw new Error('The page has no #root element.');
applyTheme();
// Before anything reads the address: it may hold the answer of an issuer.
resumeIssuerSignIn();
const root = createRoot(element);

if (import.meta.env.DEV && new URLSearchParams(location.search).has('gallery')) {
  const { Gallery } = await import('../ui/gallery.tsx');
  root.render(<Gallery />);
} else {
  root.render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
