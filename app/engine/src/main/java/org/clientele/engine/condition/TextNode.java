package org.clientele.engine.condition;

import org.clientele.engine.column.CodeColumn;
import org.jspecify.annotations.Nullable;

/** A text of each row; null is missing. */
interface TextNode {
    @Nullable
    String at(int row);

    /** A literal. */
    record Constant(String text) implements TextNode {
        @Override
        public String at(int row) {
            return text;
        }
    }

    /** A column as it is. */
    record Coded(CodeColumn column) implements TextNode {
        @Override
        public @Nullable String at(int row) {
            int code = column.get(row);
            return code == CodeColumn.MISSING ? null : column.dictionary().text(code);
        }
    }
}
