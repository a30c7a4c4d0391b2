package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.language.Syntax;

/**
 * What expressions of a model with batch means say of the members of a batch: a loss or an update is the mean over members of
 * what it says of one, {@code BatchMean[f]} the mean of f over all of them.
 *
 * @param size of the batch
 * @param split names that random factors have for each member
 */
record BatchMembers(NameTable names, int size, Map<String, List<String>> split) {
    private static final String MEAN = "BatchMean";

    /** Whether the function stands anywhere in it. */
    static boolean hasMean(Syntax syntax) {
        return syntax instanceof Syntax.Call call
                && (call.head().equals(MEAN) || call.arguments().stream().anyMatch(BatchMembers::hasMean));
    }

    /**
     * As it is read on: of a loss or an update its mean over the batch, of an observable its value for the first member.
     *
     * @throws BadInput if a mean over the batch stands elsewhere
     */
    Syntax written(Syntax syntax, Use use) {
        if (use == Use.OBSERVABLE) {
            return member(syntax, 1);
        }
        if (use == Use.LOSS || use == Use.UPDATE) {
            return mean(syntax);
        }
        return syntax;
    }

    private Syntax mean(Syntax of) {
        List<Syntax> terms = new ArrayList<>();
        for (int i = 1; i <= size; i++) {
            terms.add(member(of, i));
        }
        Syntax sum = size == 1 ? terms.get(0) : new Syntax.Call("Plus", terms, of.offset());
        return new Syntax.Call(
                "Times", List.of(new Syntax.Literal(new BigFraction(1, size), of.offset()), sum), of.offset());
    }

    /** What is said of one member, from 1. */
    Syntax member(Syntax syntax, int i) {
        return member(syntax, i, List.of());
    }

    private Syntax member(Syntax syntax, int i, List<String> bound) {
        if (syntax instanceof Syntax.Name name && !bound.contains(name.text())) {
            if (split.containsKey(name.text())) {
                return new Syntax.Name(own(name.text(), i), name.offset());
            }
            return ownIndices(name.text()).filter(n -> n == 0).isPresent()
                    ? new Syntax.Call(name.text(), List.of(number(i, name.offset())), name.offset())
                    : name;
        }
        if (!(syntax instanceof Syntax.Call call)) {
            return syntax;
        }
        if (call.head().equals(MEAN)) {
            if (call.arguments().size() != 1 || hasMean(call.arguments().get(0))) {
                throw new BadInput("BatchMean[...] takes one expression, in which no other BatchMean[...] stands");
            }
            return mean(call.arguments().get(0));
        }
        List<String> inside = new ArrayList<>(bound);
        inside.addAll(iterated(call));
        List<Syntax> arguments = new ArrayList<>();
        call.arguments().forEach(argument -> arguments.add(member(argument, i, inside)));
        if (split.containsKey(call.head())) {
            return new Syntax.Call(own(call.head(), i), arguments, call.offset());
        }
        if (ownIndices(call.head()).filter(n -> n == arguments.size()).isPresent()) {
            arguments.add(number(i, call.offset()));
        }
        return new Syntax.Call(call.head(), arguments, call.offset());
    }

    private String own(String random, int i) {
        return Optional.ofNullable(split.get(random)).orElseThrow().get(i - 1);
    }

    /** How many indices stand before that of the member; empty of what no member has its own of. */
    private Optional<Integer> ownIndices(String name) {
        return names.find(name)
                .filter(named -> named.sort() == Use.Sort.SAMPLE
                        || named.sort() == Use.Sort.FIELD
                        || named.sort() == Use.Sort.RANDOM)
                .map(named -> named.meaning().extents().size() - 1)
                .filter(own -> own >= 0);
    }

    private static List<String> iterated(Syntax.Call call) {
        List<String> indices = new ArrayList<>();
        for (Syntax argument : call.arguments()) {
            if (argument instanceof Syntax.Braces braces
                    && !braces.elements().isEmpty()
                    && braces.elements().get(0) instanceof Syntax.Name index) {
                indices.add(index.text());
            }
        }
        return indices;
    }

    private static Syntax number(int i, int offset) {
        return new Syntax.Literal(new BigFraction(i), offset);
    }
}
