export interface RelayRequest {
  readonly method: string;
  readonly target: string;
  /** The Host header; undefined where it is not known. */
  readonly page: string | undefined;
  readonly header: (name: string) => string | undefined;
}

export interface Refusal {
  readonly status: number;
  readonly why: string;
}

declare const rules: {
  readonly judgeHead: (
    request: RelayRequest,
  ) => Refusal | { readonly host: string; readonly service: string };
  readonly judgeBody: (service: string, body: string) => Refusal | { readonly action: string };
  readonly PASSED_HEADERS: readonly string[];
  readonly BODY_LIMIT: number;
};
export default rules;
