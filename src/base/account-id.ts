/** `1111-2222-3333`; a masked or odd id stays as it is. */
export function groupedAccount(id: string): string {
  return /^\w{12}$/.test(id) ? `${id.slice(0, 4)}-${id.slice(4, 8)}-${id.slice(8)}` : id;
}
