import { TocsinError } from "../model/error.ts";

/** NIST SP 800-63B §5.1.1.2: length counts, composition rules do not. */
export const PASSWORD_LENGTH_MIN = 12;
export const PASSWORD_LENGTH_MAX = 256;

/** Throws PASSWORD_WEAK, saying what is wrong with it. `about` are words that it must not consist of. */
export function checkPassword(password: string, about: readonly string[]): void {
  const weak = (message: string): never => {
    throw new TocsinError("PASSWORD_WEAK", message, { fix: "Four or five unrelated words make a good password." });
  };
  const length = Array.from(password).length;
  if (length < PASSWORD_LENGTH_MIN) weak(`The password needs at least ${PASSWORD_LENGTH_MIN} characters.`);
  if (length > PASSWORD_LENGTH_MAX) weak(`The password may have at most ${PASSWORD_LENGTH_MAX} characters.`);
  if (new Set(password.toLowerCase()).size < 5) weak("The password repeats too few different characters.");
  const plain = password.toLowerCase();
  if (about.some((word) => word.length >= 4 && plain.replaceAll(word.toLowerCase(), "").length < 6)) {
    weak("The password is hardly more than your name or e-mail address.");
  }
}
