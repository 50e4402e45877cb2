import { Fragment, type ReactNode } from 'react';
import { contactField } from './merge.ts';

/** Shows its children only to those who have this field, and `otherwise` to everybody else. */
export function If({
  field,
  children,
  otherwise,
}: {
  readonly field: string;
  readonly children: ReactNode;
  readonly otherwise?: ReactNode;
}): ReactNode {
  return (
    <Fragment>
      {`{% if ${contactField(field)} %}`}
      {children}
      {otherwise === undefined ? null : '{% else %}'}
      {otherwise}
      {'{% endif %}'}
    </Fragment>
  );
}

/** Puts a partial of the campaign here. */
export function Partial({ name }: { readonly name: string }): ReactNode {
  return <Fragment>{`{% render '${name}' %}`}</Fragment>;
}
