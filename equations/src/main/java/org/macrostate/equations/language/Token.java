package org.macrostate.equations.language;

/**
 * One token.
 *
 * @param text as written
 * @param offset 0-based place in the expression
 */
record Token(Type type, String text, int offset) {
    enum Type {
        NUMBER,
        NAME,
        OPERATOR,
        END
    }

    boolean is(String operator) {
        return type == Type.OPERATOR && text.equals(operator);
    }

    /** How a message calls it. */
    String quoted() {
        return type == Type.END ? "the end of the expression" : "'" + text + "'";
    }
}
