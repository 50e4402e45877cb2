import { type AnyNode, isText } from 'domhandler';

/** All text within a node. */
export function textOfNode(node: AnyNode): string {
  if (isText(node)) return node.data;
  return 'children' in node ? node.children.map(textOfNode).join('') : '';
}
