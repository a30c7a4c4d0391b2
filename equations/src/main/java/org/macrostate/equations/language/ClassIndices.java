package org.macrostate.equations.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;

/**
 * A class in the place of an index, {@code mu[y]} or {@code h[y]}: of the class that a sample is of. It is the sum over all
 * classes, {@code Sum[y[k] mu[k], {k, C}]}, in which one term is left.
 */
final class ClassIndices {
    private final Scope scope;

    private ClassIndices(Scope scope) {
        this.scope = scope;
    }

    /** With sums in place of such indices. */
    static Syntax in(Syntax syntax, Scope scope) {
        return new ClassIndices(scope).rewritten(syntax);
    }

    private Syntax rewritten(Syntax syntax) {
        if (!(syntax instanceof Syntax.Call call)) {
            return syntax;
        }
        Set<String> classes = new TreeSet<>();
        if (call.head().equals("Dot")) {
            call.arguments().forEach(argument -> classes.addAll(classesIn(argument)));
        } else {
            classes.addAll(classesIn(call));
        }
        if (classes.isEmpty()) {
            return new Syntax.Call(
                    call.head(), call.arguments().stream().map(this::rewritten).toList(), call.offset());
        }
        Syntax sum = call;
        for (String name : classes) {
            sum = sum(sum, name, call.offset());
        }
        return sum;
    }

    /** Names of classes that stand as indices of a call. */
    private List<String> classesIn(Syntax syntax) {
        if (!(syntax instanceof Syntax.Call call) || FunctionTable.isWord(call.head())) {
            return List.of();
        }
        return call.arguments().stream()
                .filter(argument -> argument instanceof Syntax.Name name
                        && scope.classes(name.text()).isPresent())
                .map(argument -> ((Syntax.Name) argument).text())
                .toList();
    }

    private Syntax sum(Syntax body, String name, int offset) {
        Syntax.Name index = new Syntax.Name(name + "_", offset);
        Syntax mark = new Syntax.Call(name, List.of(index), offset);
        Syntax term = new Syntax.Call("Times", List.of(mark, at(body, name, index)), offset);
        Syntax range = new Syntax.Braces(List.of(index, extent(name, offset)), offset);
        return new Syntax.Call("Sum", List.of(term, range), offset);
    }

    private Syntax extent(String name, int offset) {
        Optional<Expression> count = scope.classes(name);
        if (count.isPresent() && count.get() instanceof Rational number) {
            return new Syntax.Literal(new BigFraction(number.value().getNumerator()), offset);
        }
        if (count.isPresent() && count.get() instanceof Symbol size) {
            return new Syntax.Name(size.name(), offset);
        }
        throw new BadInput("a class may stand as an index where the number of classes is a size or a number, not "
                + count.map(ExpressionText::of).orElse(""));
    }

    private static Syntax at(Syntax body, String name, Syntax.Name index) {
        if (body instanceof Syntax.Name other && other.text().equals(name)) {
            return index;
        }
        if (!(body instanceof Syntax.Call call)) {
            return body;
        }
        List<Syntax> arguments = new ArrayList<>();
        call.arguments().forEach(argument -> arguments.add(at(argument, name, index)));
        return new Syntax.Call(call.head(), arguments, call.offset());
    }
}
