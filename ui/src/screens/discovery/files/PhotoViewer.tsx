/** One photo in full. The arrow keys go to its neighbours, Escape closes; the original is read only here. */
import { Dialog as Base } from "@base-ui/react/dialog";
import { ChevronLeft, ChevronRight, Download, Pencil, Trash2, X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import type { SiteFile } from "@/bindings/SiteFile";
import { Button, buttonClass } from "@/components/Button";
import { ErrorNotice } from "@/components/ErrorNotice";
import { useRead } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { words } from "@/words";
import type { FileActions } from "./useFileActions";

interface PhotoViewerProps {
  photos: readonly SiteFile[];
  photo: SiteFile;
  thumbnails: ReadonlyMap<string, string>;
  actions: FileActions;
  onShow: (photo: SiteFile) => void;
  onClose: () => void;
  children: ReactNode;
}

export function PhotoViewer(props: PhotoViewerProps) {
  const { photos, photo, thumbnails, actions, onShow, onClose, children } = props;
  const popup = useRef<HTMLDivElement>(null);
  const at = photos.findIndex(({ id }) => id === photo.id);
  const goBy = (step: number) => {
    const next = photos[at + step];
    if (next) onShow(next);
  };
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    goBy(step);
  };
  const name = photo.caption ?? photo.fileName;
  return (
    <Base.Root open onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="scrim" />
        <Base.Popup ref={popup} className="popup viewer" onKeyDown={keys} initialFocus={popup}>
          <header className="flex items-center gap-2 border-line border-b px-4 py-2">
            <div className="min-w-0 flex-1">
              <Base.Title className="truncate font-semibold text-lead">{name}</Base.Title>
              <Base.Description className="truncate text-muted text-small">
                {words.files.place(at + 1, photos.length)} · {photo.fileName}
              </Base.Description>
            </div>
            <Actions photo={photo} actions={actions} />
            <Base.Close className={buttonClass("quiet", true)} aria-label={words.common.close}>
              <X aria-hidden />
            </Base.Close>
          </header>
          <div className="flex min-h-0 flex-1 items-center gap-2 p-2">
            <Button
              tone="quiet"
              icon={ChevronLeft}
              label={words.files.previous}
              disabled={at <= 0}
              onClick={() => goBy(-1)}
            />
            <Picture key={photo.id} photo={photo} name={name} small={thumbnails.get(photo.id)} />
            <Button
              tone="quiet"
              icon={ChevronRight}
              label={words.files.next}
              disabled={at >= photos.length - 1}
              onClick={() => goBy(1)}
            />
          </div>
          {/* Inside, so that a dialog of the photo lies above it and gives the focus back to it. */}
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

function Actions({ photo, actions }: { photo: SiteFile; actions: FileActions }) {
  const mayChange = useMayChange();
  return (
    <>
      {mayChange && (
        <Button tone="quiet" icon={Pencil} label={words.files.edit} onClick={() => actions.edit(photo)} />
      )}
      <Button
        tone="quiet"
        icon={Download}
        label={words.files.saveCopy}
        onClick={() => actions.saveCopy(photo)}
      />
      {mayChange && (
        <Button tone="quiet" icon={Trash2} label={words.files.remove} onClick={() => actions.remove(photo)} />
      )}
    </>
  );
}

/** The small picture stands in until the large one is there. */
function Picture({ photo, name, small }: { photo: SiteFile; name: string; small: string | undefined }) {
  const { data, error } = useRead("site_file_picture", { id: photo.id }, { enabled: isShown(photo) });
  if (!isShown(photo)) return <p className="flex-1 text-center text-muted">{words.files.notShown}</p>;
  if (error) {
    return (
      <div className="flex-1">
        <ErrorNotice error={error} />
      </div>
    );
  }
  const picture = data?.dataUrl ?? small;
  return (
    <div className="viewer-picture" aria-busy={!data || undefined}>
      {picture && <img src={picture} alt={name} />}
    </div>
  );
}

/** What every engine can draw; the others are files that only look like pictures to a person. */
function isShown({ mediaType }: SiteFile): boolean {
  return ["image/jpeg", "image/png", "image/webp", "image/gif"].includes(mediaType);
}
