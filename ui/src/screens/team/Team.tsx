/** Who works in this workspace, and who sits at this machine. */
import { Plus } from "lucide-react";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { TeamRole } from "@/bindings/TeamRole";
import { Button } from "@/components/Button";
import { Chip } from "@/components/Chip";
import { SelectField, TextField } from "@/components/Field";
import { FormDialog } from "@/components/FormDialog";
import { Page } from "@/components/Page";
import { Answer } from "@/components/Query";
import { notifyError } from "@/components/Toast";
import { useRead, useWrite } from "@/queries/commands";
import { useOpenSession } from "@/queries/session";
import { choicesOf, labels, words } from "@/words";

export function Team() {
  const { member: me, workspace } = useOpenSession();
  const members = useRead("member_list", {});
  const choose = useWrite("member_choose");
  const [adding, setAdding] = useState(false);
  const mayActAs = workspace.kind === "local_file";
  return (
    <Page
      title={words.team.title}
      actions={
        me.role === "admin" && (
          <Button tone="primary" icon={Plus} onClick={() => setAdding(true)}>
            {words.team.add}
          </Button>
        )
      }
    >
      <p className="text-muted">{words.team.help}</p>
      <div className="panel">
        <Answer of={members}>
          {(rows) => (
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{words.team.name}</th>
                  <th scope="col">{words.team.email}</th>
                  <th scope="col">{words.team.role}</th>
                  <th scope="col">{words.team.state}</th>
                  <th scope="col">
                    <span className="visually-hidden">{words.team.actAs}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((member) => (
                  <tr key={member.id}>
                    <td className="font-medium">
                      {member.displayName} {member.id === me.id && <Chip tone="info">{words.team.you}</Chip>}
                    </td>
                    <td>{member.email}</td>
                    <td>{labels.teamRole[member.role]}</td>
                    <td>{member.isActive ? words.team.active : words.team.inactive}</td>
                    <td className="numeric">
                      {mayActAs && member.isActive && member.id !== me.id && (
                        <Button
                          onClick={() => choose.mutate({ id: member.id }, { onError: notifyError })}
                          aria-label={`${words.team.actAs}: ${member.displayName}`}
                        >
                          {words.team.actAs}
                        </Button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Answer>
      </div>
      {adding && <MemberForm onClose={() => setAdding(false)} />}
    </Page>
  );
}

function MemberForm({ onClose }: { onClose: () => void }) {
  const form = useForm<{ displayName: string; email: string; role: TeamRole }>({
    defaultValues: { displayName: "", email: "", role: "member" },
  });
  const add = useWrite("member_add");
  const { errors } = form.formState;
  const required = { required: words.welcome.required };
  return (
    <FormDialog
      title={words.team.add}
      submitLabel={words.team.add}
      form={form}
      onSubmit={(values) => add.mutateAsync(values)}
      onClose={onClose}
    >
      <TextField
        label={words.team.name}
        {...form.register("displayName", required)}
        error={errors.displayName?.message}
      />
      <TextField
        label={words.team.email}
        type="email"
        {...form.register("email", required)}
        error={errors.email?.message}
      />
      <SelectField
        label={words.team.role}
        choices={choicesOf(labels.teamRole)}
        {...form.register("role")}
        error={errors.role?.message}
      />
    </FormDialog>
  );
}
