import { OperationNodeTransformer, type KyselyPlugin, type PrimitiveValueListNode, type ValueNode } from "kysely";

/**
 * PostgreSQL cannot keep U+0000 in a text, and captured texts may hold it. It becomes U+FFFD, as HTML does with it; one
 * UTF-16 unit for one, so that spans into the text still fit. On both databases, so that they keep the same.
 */
export const plainText: KyselyPlugin = {
  transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
  transformResult: async ({ result }) => result,
};

class PlainTextTransformer extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode): ValueNode {
    const value = plain(node.value);
    return value === node.value ? node : { ...node, value };
  }

  protected override transformPrimitiveValueList(node: PrimitiveValueListNode): PrimitiveValueListNode {
    return node.values.some((value) => plain(value) !== value) ? { ...node, values: node.values.map(plain) } : node;
  }
}

const transformer = new PlainTextTransformer();

function plain(value: unknown): unknown {
  return typeof value === "string" && value.includes("\0") ? value.replaceAll("\0", "\uFFFD") : value;
}
