import { Show } from "solid-js";
import { listMembers } from "../../../../core/contract/members";
import { mayAs } from "../../../../core/contract/role";
import { useOperation } from "../../api/use-operation";

/** Who would get an email now, by what is saved. */
export const WhoIsTold = (props: { readonly named: readonly string[] }) => {
  const members = useOperation(
    listMembers,
    () => ({}),
    () => ({ enabled: props.named.length === 0 }),
  );
  const admins = () =>
    (members.data?.members ?? [])
      .filter(({ role }) => mayAs(role, "admin"))
      .map(({ email }) => email);
  return (
    <p class="muted small">
      <Show when={props.named.length === 0} fallback={`Goes to ${props.named.join(", ")}.`}>
        Goes to all owners and admins
        <Show when={admins().length > 0}>: {admins().join(", ")}</Show>.
      </Show>
    </p>
  );
};
