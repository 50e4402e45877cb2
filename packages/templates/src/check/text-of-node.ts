import type { AnyNode } from 'domhandler';

/** All text within a node. */
export function textOfNode(node: AnyNode): string {
  if (node.type === 'text') return node.data;
  return 'children' in node ? node.children.map(textOfNode).join('') : '';
}
