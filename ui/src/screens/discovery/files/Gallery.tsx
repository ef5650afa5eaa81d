/** The photos of a site by their small pictures. */
import { ImageOff } from "lucide-react";
import type { SiteFile } from "@/bindings/SiteFile";
import { words } from "@/words";
import { FileMenu } from "./FileMenu";
import type { FileActions } from "./useFileActions";

interface GalleryProps {
  photos: readonly SiteFile[];
  thumbnails: ReadonlyMap<string, string>;
  actions: FileActions;
  onShow: (photo: SiteFile) => void;
}

export function Gallery({ photos, thumbnails, actions, onShow }: GalleryProps) {
  return (
    <ul className="photo-grid">
      {photos.map((photo) => (
        <li key={photo.id} className="photo">
          <button
            type="button"
            className="photo-frame"
            aria-label={words.files.show(photo.caption ?? photo.fileName)}
            onClick={() => onShow(photo)}
          >
            <SmallPicture photo={photo} picture={thumbnails.get(photo.id)} />
          </button>
          <div className="flex items-start gap-1">
            <div className="min-w-0 flex-1 py-1 text-small">
              <p className="truncate font-medium" title={photo.caption ?? photo.fileName}>
                {photo.caption ?? photo.fileName}
              </p>
              <p className="truncate text-muted">
                {photo.section ? words.discovery.sections[photo.section] : words.files.noSection}
              </p>
            </div>
            <FileMenu file={photo} actions={actions} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function SmallPicture({ photo, picture }: { photo: SiteFile; picture: string | undefined }) {
  if (!photo.hasThumbnail) {
    return (
      <span className="flex flex-col items-center gap-1 text-muted text-small">
        <ImageOff aria-hidden className="size-5" />
        {words.files.noPicture}
      </span>
    );
  }
  // While it is on its way, the frame keeps its place. The button says what it shows.
  return picture ? <img src={picture} alt="" decoding="async" /> : null;
}
