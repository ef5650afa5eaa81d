/** A workspace is open, but it is not known who sits here: choose a member or join. */
import { useForm } from "react-hook-form";
import type { TeamMember } from "@/bindings/TeamMember";
import type { WorkspaceInfo } from "@/bindings/WorkspaceInfo";
import { Button } from "@/components/Button";
import { ErrorNotice } from "@/components/ErrorNotice";
import { TextField } from "@/components/Field";
import { useSubmit } from "@/components/FormDialog";
import { useWrite } from "@/queries/commands";
import { labels, words } from "@/words";

export function WhoAreYou({ workspace, members }: { workspace: WorkspaceInfo; members: TeamMember[] }) {
  const choose = useWrite("member_choose");
  const active = members.filter((member) => member.isActive);
  return (
    <section className="panel flex flex-col gap-4 p-5" aria-label={words.welcome.who}>
      <div>
        <h2>{words.welcome.who}</h2>
        <p className="text-muted">{workspace.label}</p>
      </div>
      {choose.error && <ErrorNotice error={choose.error} />}
      {active.length > 0 && (
        <div className="flex flex-col gap-2">
          <p>{words.welcome.chooseMember}</p>
          {active.map((member) => (
            <Button key={member.id} onClick={() => choose.mutate({ id: member.id })} busy={choose.isPending}>
              {member.displayName} · {member.email} · {labels.teamRole[member.role]}
            </Button>
          ))}
        </div>
      )}
      <JoinForm />
    </section>
  );
}

function JoinForm() {
  const form = useForm({ defaultValues: { displayName: "", email: "" } });
  const add = useWrite("member_add");
  const choose = useWrite("member_choose");
  const { error, submit } = useSubmit(form, async (values) => {
    const member = await add.mutateAsync({ ...values, role: "member" });
    await choose.mutateAsync({ id: member.id });
  });
  const { errors, isSubmitting } = form.formState;
  const required = { required: words.welcome.required };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3 border-line border-t pt-4">
      <h2>{words.welcome.addMe}</h2>
      {error && <ErrorNotice error={error} />}
      <TextField
        label={words.welcome.name}
        {...form.register("displayName", required)}
        error={errors.displayName?.message}
      />
      <TextField
        label={words.welcome.email}
        type="email"
        {...form.register("email", required)}
        error={errors.email?.message}
      />
      <div>
        <Button type="submit" tone="primary" busy={isSubmitting}>
          {words.welcome.addMe}
        </Button>
      </div>
    </form>
  );
}
