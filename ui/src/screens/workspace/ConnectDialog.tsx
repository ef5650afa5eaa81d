/** Connects to a shared workspace on a PostgreSQL server; offers the upgrade of one that is older than this program. */
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { ConnectWorkspace } from "@/bindings/ConnectWorkspace";
import { CheckField, TextField } from "@/components/Field";
import { FormDialog, orNull } from "@/components/FormDialog";
import { toApiError } from "@/host/error";
import { useWrite } from "@/queries/commands";
import { words } from "@/words";

interface Values {
  host: string;
  port: string;
  database: string;
  user: string;
  password: string;
  create: boolean;
}

const BLANK: Values = { host: "", port: "5432", database: "", user: "", password: "", create: false };

export function ConnectDialog({ onClose }: { onClose: () => void }) {
  const form = useForm<Values>({ defaultValues: BLANK });
  const [isOlder, setOlder] = useState(false);
  const connect = useWrite("workspace_connect");
  const upgrade = useWrite("workspace_upgrade");
  const { errors } = form.formState;
  const required = { required: words.welcome.required };

  /** Upgrading a shared workspace is somebody's decision, so it takes a second, differently named press. */
  async function submit(values: Values) {
    const request = requestOf(values);
    if (isOlder) return upgrade.mutateAsync(request);
    try {
      return await connect.mutateAsync(request);
    } catch (cause) {
      setOlder(toApiError(cause).code === "workspace_needs_upgrade");
      throw cause;
    }
  }

  return (
    <FormDialog
      title={words.connect.title}
      description={words.connect.description}
      submitLabel={isOlder ? words.connect.upgrade : words.connect.action}
      form={form}
      onClose={onClose}
      onSubmit={submit}
    >
      <div className="grid grid-cols-[1fr_96px] gap-3">
        <TextField
          label={words.connect.host}
          {...form.register("host", required)}
          error={errors.host?.message}
        />
        <TextField
          label={words.connect.port}
          inputMode="numeric"
          {...form.register("port")}
          error={errors.port?.message}
        />
      </div>
      <TextField
        label={words.connect.database}
        {...form.register("database", required)}
        error={errors.database?.message}
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={words.connect.user}
          {...form.register("user", required)}
          error={errors.user?.message}
        />
        <TextField
          label={words.connect.password}
          type="password"
          {...form.register("password")}
          error={errors.password?.message}
        />
      </div>
      <CheckField label={words.connect.create} {...form.register("create")} />
    </FormDialog>
  );
}

function requestOf({ port, password, ...values }: Values): ConnectWorkspace {
  return { ...values, port: port === "" ? null : Number(port), password: orNull(password) };
}
