declare const allowed: {
  /** Service by host. */
  readonly hosts: Readonly<Record<string, string>>;
  /** Actions by service. */
  readonly actions: Readonly<Record<string, Readonly<Record<string, true>>>>;
};
export default allowed;
