import { PASSWORD_LENGTH_MIN } from "../../../desk/password.ts";
import type { View } from "../view.ts";
import { Input } from "./controls.tsx";

/** The field for a password that is being chosen. */
export function NewPassword({ v }: { readonly v: View }) {
  return (
    <Input
      id="new-password"
      name="new-password"
      type="password"
      label={v.t("field.new-password")}
      hint={v.t("field.new-password.hint", { length: PASSWORD_LENGTH_MIN })}
      autocomplete="new-password"
      minlength={PASSWORD_LENGTH_MIN}
      required
    />
  );
}
