package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.language.Parser;
import org.macrostate.equations.language.Syntax;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;

/** What stands left of a line: a name with its free indices, as in {@code w[k]} or {@code Q[k,l]}. */
record LeftSide(String name, List<Index> indices) {

    /** Reads a target that must carry all of its indices. */
    static LeftSide read(NameTable names, Text text, Set<Use.Sort> sorts) {
        return text.located(() -> read(names, text.value(), sorts, false));
    }

    /** Reads a target that may leave all of its indices out, to mean all copies. */
    static LeftSide readAll(NameTable names, Text text, Set<Use.Sort> sorts) {
        return text.located(() -> read(names, text.value(), sorts, true));
    }

    private static LeftSide read(NameTable names, String text, Set<Use.Sort> sorts, boolean mayOmit) {
        Syntax syntax = Parser.parse(text);
        String name = name(syntax, text);
        NameTable.Named named = names.find(name)
                .filter(n -> sorts.contains(n.sort()))
                .orElseThrow(() -> BadInput.unknownName(
                        sorts.stream().map(Use.Sort::text).sorted().collect(Collectors.joining(" or ")),
                        name,
                        sorts.stream()
                                .sorted()
                                .flatMap(s -> names.names(s).stream())
                                .toList()));
        List<Syntax> arguments = syntax instanceof Syntax.Call call ? call.arguments() : List.of();
        return new LeftSide(name, indices(name, arguments, named.meaning().extents(), mayOmit));
    }

    private static String name(Syntax syntax, String text) {
        if (syntax instanceof Syntax.Name n) {
            return n.text();
        }
        if (syntax instanceof Syntax.Call call && !call.head().equals("Dot")) {
            return call.head();
        }
        throw new BadInput("expected a name, or a name with its indices as in w[k], found '" + text.strip() + "'");
    }

    static List<Index> indices(String name, List<Syntax> arguments, List<Expression> extents, boolean mayOmit) {
        if (arguments.isEmpty() && mayOmit) {
            return List.of();
        }
        if (arguments.size() != extents.size()) {
            throw new BadInput("'" + name + "' has " + extents.size() + (extents.size() == 1 ? " index" : " indices")
                    + ", found " + arguments.size()
                    + (extents.isEmpty() ? "" : "; write \"" + example(name, extents.size()) + "\""));
        }
        List<Index> indices = new ArrayList<>();
        Set<String> letters = new HashSet<>();
        for (int i = 0; i < arguments.size(); i++) {
            if (!(arguments.get(i) instanceof Syntax.Name letter) || !letters.add(letter.text())) {
                throw new BadInput("the indices of '" + name + "' must be different names, as in "
                        + example(name, extents.size()));
            }
            indices.add(new Index(letter.text(), extents.get(i)));
        }
        return indices;
    }

    private static String example(String name, int indices) {
        return name + (indices == 1 ? "[k]" : "[k,l]");
    }
}
