import type { ReactElement, ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';

export interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot, the main one last. */
  readonly footer?: ReactNode;
  /** `wide` takes the whole screen but for a margin; from 64rem on its content is as high as the screen and may scroll in parts. */
  readonly width?: 'small' | 'medium' | 'large' | 'wide';
  /** A question that a click beside it must not answer. */
  readonly urgent?: boolean;
}

/** Takes the screen until it is closed; Escape closes it and focus goes back where it came from. */
export function Dialog({
  title,
  open,
  onClose,
  children,
  footer,
  width = 'medium',
  urgent = false,
}: DialogProps): ReactElement {
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      isDismissable={!urgent}
      className={classNames(
        'fixed inset-0 z-40 flex items-start justify-center bg-scrim',
        width === 'wide' ? 'p-2 sm:p-6' : 'p-3 pt-[min(12vh,6rem)]',
      )}
    >
      <Modal className={classNames('animate-appear flex max-h-full w-full', WIDTHS[width])}>
        <AriaDialog
          role={urgent ? 'alertdialog' : 'dialog'}
          className="flex max-h-full w-full flex-col overflow-hidden rounded-xl border border-line bg-raised shadow-float outline-none"
        >
          <header className="flex items-center gap-3 border-b border-line py-2.5 pr-2.5 pl-4">
            <Heading slot="title" className="min-w-0 flex-1 text-lg font-semibold">
              {title}
            </Heading>
            <Button kind="bare" icon="close" aria-label="Close" className="w-7 px-0!" onClick={onClose} />
          </header>
          <div className="min-h-0 flex-1 overflow-auto p-4">{children}</div>
          {footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3">
              {footer}
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

const WIDTHS = {
  small: 'max-w-md',
  medium: 'max-w-xl',
  large: 'max-w-3xl',
  wide: 'max-w-7xl lg:h-full',
} as const;
