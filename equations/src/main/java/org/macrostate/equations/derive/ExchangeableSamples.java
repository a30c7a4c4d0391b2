package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.SampleTerm;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;

/**
 * Samples that are drawn alike, such as the negatives of a contrastive loss: exchanging them together with the random factors
 * that are only theirs leaves the law of everything as it is, so that expectations that differ by an exchange are one.
 */
final class ExchangeableSamples {
    private static final String THIS = "this copy";
    private static final String OTHER = "another copy";

    private final List<List<Member>> groups;

    /** @param own random factors that are in no other sample, in the order of its terms */
    private record Member(String sample, List<Symbol> own) {}

    ExchangeableSamples(LearningProblem problem) {
        Map<String, Set<Symbol>> factors = new LinkedHashMap<>();
        problem.samples().forEach(sample -> factors.put(sample.name(), factors(sample)));
        List<List<Member>> found = new ArrayList<>();
        for (Declaration.Sample sample : problem.samples()) {
            Member member = member(sample, factors);
            Optional<List<Member>> group = found.stream()
                    .filter(members -> isAlike(
                            problem.sample(members.get(0).sample()).orElseThrow(), members.get(0), sample, member))
                    .findFirst();
            if (group.isPresent()) {
                group.get().add(member);
            } else {
                found.add(new ArrayList<>(List.of(member)));
            }
        }
        groups = found.stream()
                .filter(members -> members.size() > 1)
                .map(List::copyOf)
                .toList();
    }

    private static Member member(Declaration.Sample sample, Map<String, Set<Symbol>> factors) {
        List<Symbol> own = factors.getOrDefault(sample.name(), Set.of()).stream()
                .filter(symbol -> factors.entrySet().stream()
                        .noneMatch(other -> !other.getKey().equals(sample.name()) && touches(other.getValue(), symbol)))
                .toList();
        return new Member(sample.name(), own);
    }

    /** Whether a sample contains a factor, or all copies of its name under a sum. */
    private static boolean touches(Set<Symbol> factors, Symbol symbol) {
        return factors.contains(symbol)
                || factors.stream().anyMatch(other -> other.name().equals(symbol.name()) && !isPlaced(other));
    }

    /** False where a factor is of any copy, and belongs to no one sample. */
    static boolean arePlaced(Expression a, Expression b) {
        return (!(a instanceof Symbol s) || isPlaced(s)) && (!(b instanceof Symbol t) || isPlaced(t));
    }

    private static boolean isPlaced(Symbol symbol) {
        return symbol.indices().stream().allMatch(Position.class::isInstance);
    }

    private static Set<Symbol> factors(Declaration.Sample sample) {
        Set<Symbol> factors = new LinkedHashSet<>();
        sample.terms().forEach(term -> collect(term.coefficient(), factors));
        collect(sample.noise(), factors);
        return factors;
    }

    private static void collect(Expression e, Set<Symbol> factors) {
        if (e instanceof Symbol symbol && symbol.kind() == Kind.RANDOM) {
            factors.add(symbol);
        }
        e.children().forEach(child -> collect(child, factors));
    }

    private static boolean isAlike(Declaration.Sample a, Member ofA, Declaration.Sample b, Member ofB) {
        List<Symbol> first = ofA.own();
        List<Symbol> second = ofB.own();
        if (first.size() != second.size()
                || a.terms().size() != b.terms().size()
                || !a.spectrum().equals(b.spectrum())) {
            return false;
        }
        Map<Expression, Expression> renamed = new HashMap<>();
        for (int i = 0; i < first.size(); i++) {
            if (!first.get(i).name().equals(second.get(i).name())
                    || !isPlaced(first.get(i))
                    || !isPlaced(second.get(i))) {
                return false;
            }
            renamed.put(first.get(i), second.get(i));
        }
        Substitution renaming = Substitution.atoms(atom -> renamed.getOrDefault(atom, atom));
        boolean alike = renaming.in(a.noise()).equals(b.noise());
        for (int i = 0; alike && i < a.terms().size(); i++) {
            SampleTerm one = a.terms().get(i);
            SampleTerm other = b.terms().get(i);
            alike = one.sums().equals(other.sums())
                    && one.vector().equals(other.vector())
                    && renaming.in(one.coefficient()).equals(other.coefficient());
        }
        return alike;
    }

    /** True where no two samples are alike. */
    boolean isEmpty() {
        return groups.isEmpty();
    }

    /**
     * A product with samples exchanged so that products with the same expectation are as alike as a reader would write them:
     * copies that occur come first, in the order of what they occur in.
     */
    List<Expression> inOrder(List<Expression> factors) {
        List<Expression> result = factors;
        for (List<Member> group : groups) {
            result = exchanged(result, group);
        }
        return result;
    }

    private static List<Expression> exchanged(List<Expression> factors, List<Member> group) {
        Map<Member, String> signatures = new HashMap<>();
        for (Member member : group) {
            Map<Member, Member> told = new HashMap<>();
            for (Member other : group) {
                told.put(other, new Member(other.equals(member) ? THIS : OTHER, other.own()));
            }
            signatures.put(member, text(renamed(factors, told, member)));
        }
        Comparator<Member> order = Comparator.comparing(
                        (Member member) -> !signatures.getOrDefault(member, "").contains(THIS))
                .thenComparing(member -> signatures.getOrDefault(member, ""), Comparator.reverseOrder());
        List<Member> sorted = group.stream().sorted(order).toList();
        Map<Member, Member> places = new HashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            places.put(sorted.get(i), group.get(i));
        }
        return sorted.equals(group) ? factors : renamed(factors, places, new Member("", List.of()));
    }

    private static String text(List<Expression> factors) {
        return factors.stream().map(ExpressionText::of).sorted().collect(Collectors.joining(" "));
    }

    /** @param marked whose own factors are marked as such */
    private static List<Expression> renamed(List<Expression> factors, Map<Member, Member> places, Member marked) {
        Map<String, String> samples = new HashMap<>();
        Map<Expression, Expression> randoms = new HashMap<>();
        places.forEach((from, to) -> {
            samples.put(from.sample(), to.sample());
            for (int i = 0; i < from.own().size(); i++) {
                Symbol own = from.own().get(i);
                boolean mark = to.sample().equals(THIS) || to.sample().equals(OTHER);
                randoms.put(
                        own,
                        mark
                                ? new Symbol(Kind.RANDOM, own.name() + (from.equals(marked) ? THIS : OTHER), List.of())
                                : to.own().get(i));
            }
        });
        Substitution renaming = Substitution.atoms(atom -> {
            if (atom instanceof Field field) {
                String sample = samples.getOrDefault(field.sample(), field.sample());
                return sample.equals(field.sample()) ? field : new Field(field.vector(), sample, field.block());
            }
            return randoms.getOrDefault(atom, atom);
        });
        return factors.stream().map(renaming::in).toList();
    }
}
