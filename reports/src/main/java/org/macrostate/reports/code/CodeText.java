package org.macrostate.reports.code;

import java.util.List;
import java.util.stream.Collectors;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Index;
import org.macrostate.reports.document.VisibleText;

/** Lines of code, and what comments say. */
final class CodeText {
    private static final int WIDTH = 112;

    private CodeText() {}

    /** Cut behind plus and minus signs where it is too long; safe wherever brackets stand around. */
    static String wrapped(String line, String indent) {
        StringBuilder out = new StringBuilder();
        StringBuilder current = new StringBuilder();
        for (String part : line.split("(?<= [+-] )", -1)) {
            if (current.length() > 0 && current.length() + part.length() > WIDTH) {
                out.append(current.toString().stripTrailing()).append('\n');
                current = new StringBuilder(indent);
            }
            current.append(part);
        }
        return out.append(current).append('\n').toString();
    }

    /** What a comment says of a named part: its meaning, and the rule that gave its value. */
    static String about(NamedTerm piece) {
        String rule = piece.rule().isEmpty() ? "" : " (" + piece.rule() + ")";
        String text = VisibleText.of(piece.meaning() + rule).strip();
        return text.length() > 160 ? text.substring(0, 157) + "..." : text;
    }

    /** {@code k}, or {@code (l,k)}: copies with two indices are in the order of the first, then of the second. */
    private static String copy(List<Index> indices) {
        String names = indices.stream().map(Index::name).collect(Collectors.joining(","));
        return indices.size() == 1 ? names : "(" + names + ")";
    }

    /** Where the elements of the state stand. */
    static String layout(List<StateVariable> variables) {
        return variables.stream()
                .map(v -> ExpressionText.indexed(v.name(), List.copyOf(v.indices()))
                        + (LoopStart.isHalved(v)
                                ? " with "
                                        + copy(v.indices().subList(v.blockPlaces(), v.firstOfRight()))
                                        + " <= "
                                        + copy(v.indices()
                                                .subList(
                                                        v.firstOfRight(),
                                                        v.indices().size()))
                                : ""))
                .collect(Collectors.joining(", "));
    }
}
