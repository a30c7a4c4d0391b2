package org.macrostate.equations.language;

import java.util.Set;

/** The indices of an expression that no sum in it runs over. */
public final class OpenIndices {
    private OpenIndices() {}

    /**
     * Their letters, in alphabetical order.
     *
     * @throws org.macrostate.equations.BadInput if the text is no expression
     */
    public static Set<String> of(Text text, Scope scope) {
        return text.located(() -> SampleCopies.openIndices(Parser.parse(text.value()), scope));
    }
}
