/**
 * An e-mail address for comparison: letter case ignored, nothing else. Not `fold`, whose wider mappings would make two
 * mailboxes one (`straße.example`, `strasse.example`).
 */
export function foldEmail(email: string): string {
  return email.trim().normalize("NFC").toLowerCase();
}
