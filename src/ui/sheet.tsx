import type { ReactElement, ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';

export interface SheetProps {
  readonly title: string;
  /** Keeps the title for screen readers only, when the content has a heading of its own. */
  readonly hideTitle?: boolean;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly side?: 'left' | 'right' | 'bottom';
  readonly children: ReactNode;
}

/** A panel that slides over the screen from one side, for narrow windows. */
export function Sheet({
  title,
  hideTitle = false,
  open,
  onClose,
  side = 'bottom',
  children,
}: SheetProps): ReactElement {
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      isDismissable
      className="fixed inset-0 z-40 bg-scrim"
    >
      <Modal className={classNames('fixed flex bg-panel shadow-float', SIDES[side])}>
        <Dialog className="flex min-h-0 w-full flex-col outline-none">
          <header
            className={classNames(
              'flex items-center gap-3',
              hideTitle ? 'absolute top-2 right-2 z-10' : 'border-b border-line py-2 pr-2 pl-4',
            )}
          >
            <Heading slot="title" className={hideTitle ? 'sr-only' : 'min-w-0 flex-1 text-lg font-semibold'}>
              {title}
            </Heading>
            <Button kind="bare" icon="close" aria-label="Close" className="size-8 px-0!" onClick={onClose} />
          </header>
          <div className="min-h-0 flex-1 overflow-auto overscroll-contain">{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

const SIDES = {
  left: 'animate-slide-left inset-y-0 left-0 w-[min(20rem,calc(100vw-3rem))] border-r border-line',
  right: 'animate-slide-right inset-y-0 right-0 w-[min(26rem,calc(100vw-2rem))] border-l border-line',
  bottom:
    'animate-slide-up inset-x-0 bottom-0 max-h-[85dvh] rounded-t-2xl border-t border-line overflow-hidden',
} as const;
