/** What can be done with one file: its dialogs, and the saving of a copy. */
import { type ReactNode, useState } from "react";
import { useForm } from "react-hook-form";
import type { DiscoverySection } from "@/bindings/DiscoverySection";
import type { SiteFile } from "@/bindings/SiteFile";
import { SelectField, TextField } from "@/components/Field";
import { FormDialog, orNull } from "@/components/FormDialog";
import { notify, notifyError } from "@/components/Toast";
import { formatBytes } from "@/format";
import { host } from "@/host";
import { toApiError } from "@/host/error";
import { call } from "@/queries/commands";
import { words } from "@/words";

export interface FileActions {
  edit: (file: SiteFile) => void;
  remove: (file: SiteFile) => void;
  saveCopy: (file: SiteFile) => void;
}

/** The actions, and the dialog that one of them has opened. */
export function useFileActions(): { actions: FileActions; dialog: ReactNode } {
  const [asked, setAsked] = useState<{ what: "edit" | "remove"; file: SiteFile } | null>(null);
  const close = () => setAsked(null);
  const actions = {
    edit: (file: SiteFile) => setAsked({ what: "edit", file }),
    remove: (file: SiteFile) => setAsked({ what: "remove", file }),
    saveCopy: (file: SiteFile) => void saveCopy(file),
  };
  const Ask = asked?.what === "edit" ? EditFile : RemoveFile;
  return { actions, dialog: asked && <Ask file={asked.file} onClose={close} /> };
}

async function saveCopy(file: SiteFile) {
  try {
    const place = await host().pickSave("file", file.fileName);
    if (!place) return;
    const saved = await call("site_file_save", { id: file.id, fileId: place.id });
    notify(words.files.copied(saved.fileName, formatBytes(saved.size)));
  } catch (cause) {
    notifyError(toApiError(cause));
  }
}

interface DialogProps {
  file: SiteFile;
  onClose: () => void;
}

function EditFile({ file, onClose }: DialogProps) {
  const form = useForm({
    defaultValues: { fileName: file.fileName, caption: file.caption ?? "", section: file.section ?? "" },
  });
  const { register, formState } = form;
  const sections = Object.entries(words.discovery.sections).map(([value, label]) => ({ value, label }));
  return (
    <FormDialog
      title={words.files.editTitle}
      submitLabel={words.common.save}
      form={form}
      onClose={onClose}
      onSubmit={({ fileName, caption, section }) =>
        call("site_file_update", {
          id: file.id,
          revision: file.revision,
          fileName,
          caption: orNull(caption),
          section: orNull(section) as DiscoverySection | null,
        })
      }
    >
      <TextField
        label={words.files.caption}
        help={words.files.captionHelp}
        optional
        spellCheck
        {...register("caption")}
      />
      <TextField
        label={words.files.name}
        error={formState.errors.fileName?.message}
        {...register("fileName")}
      />
      <SelectField
        label={words.files.section}
        choices={sections}
        emptyLabel={words.files.noSection}
        {...register("section")}
      />
    </FormDialog>
  );
}

function RemoveFile({ file, onClose }: DialogProps) {
  const form = useForm();
  return (
    <FormDialog
      title={words.files.removeTitle}
      description={words.files.removeHelp(file.fileName)}
      submitLabel={words.files.removeSubmit}
      danger
      form={form}
      onClose={onClose}
      onDone={() => {
        notify(words.files.removed(file.fileName));
        onClose();
      }}
      onSubmit={() => call("site_file_remove", { id: file.id, revision: file.revision })}
    >
      {file.caption && <p>{file.caption}</p>}
    </FormDialog>
  );
}
