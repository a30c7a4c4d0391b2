package org.macrostate.equations.matrix;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.macrostate.equations.tensor.Delta;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Indices;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/** The indexed factors of a term as a graph: quantities with two indices are its edges, with one index stand on its nodes. */
final class IndexChain {
    private final Set<String> symmetric;
    private final List<Expression> coefficient = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<OnNode> vectors = new ArrayList<>();
    private final List<Plus> sums = new ArrayList<>();
    private final Set<String> bound = new HashSet<>();

    private record Edge(MatrixFactor factor, String from, String to) {}

    private record OnNode(String name, String node) {}

    /** Says that a term is no product of matrices; never leaves this package. */
    static final class NoProduct extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoProduct() {
            super("", null, false, false);
        }
    }

    IndexChain(Expression term, Set<String> symmetric) {
        this.symmetric = symmetric;
        Times.factorsOf(term).forEach(this::read);
    }

    Expression coefficient() {
        return Times.of(coefficient);
    }

    /** The sum that is the only factor with indices, if the term is of that kind. */
    Optional<Plus> onlySum() {
        return sums.size() == 1 && edges.isEmpty() && vectors.isEmpty() && bound.isEmpty()
                ? Optional.of(sums.get(0))
                : Optional.empty();
    }

    private void read(Expression factor) {
        if (Indices.all(factor).isEmpty() && !hasPlaces(factor)) {
            coefficient.add(factor);
        } else if (factor instanceof IndexSum sum) {
            Index fresh = Fresh.index(sum.index().extent());
            bound.add(fresh.name());
            Times.factorsOf(Substitution.index(sum.index(), fresh).in(sum.body()))
                    .forEach(this::read);
        } else if (factor instanceof Plus sum) {
            sums.add(sum);
        } else if (factor instanceof Delta d) {
            if (!d.shift().isNone()) {
                throw new NoProduct();
            }
            edges.add(new Edge(new MatrixFactor.Identity(), letter(d.left()), letter(d.right())));
        } else if (factor instanceof Power p && p.exponent() instanceof Rational n && isSmall(n)) {
            for (int i = 0; i < n.value().getNumeratorAsInt(); i++) {
                read(p.base());
            }
        } else if (factor instanceof Symbol s && s.indices().size() == 1) {
            vectors.add(new OnNode(s.name(), letter(s.indices().get(0))));
        } else if (factor instanceof Symbol s && s.indices().size() == 2) {
            String from = letter(s.indices().get(0));
            String to = letter(s.indices().get(1));
            if (from.equals(to)) {
                throw new NoProduct();
            }
            edges.add(new Edge(new MatrixFactor.Named(s.name(), false), from, to));
        } else {
            throw new NoProduct();
        }
    }

    private static boolean hasPlaces(Expression e) {
        return !Indices.of(e).isEmpty() || e.children().stream().anyMatch(IndexChain::hasPlaces);
    }

    private static boolean isSmall(Rational n) {
        return n.value().getDenominator().equals(java.math.BigInteger.ONE)
                && n.value().signum() > 0
                && n.value().doubleValue() <= 3;
    }

    private static String letter(IndexTerm term) {
        if (term instanceof Index index) {
            return index.name();
        }
        throw new NoProduct();
    }

    /** The factors of the matrix whose element at these two indices the term is. */
    List<MatrixFactor> matrix(String row, String column) {
        List<MatrixFactor> factors = new ArrayList<>();
        String end = walk(row, factors);
        if (end.equals(column)) {
            takeAll(column).forEach(name -> factors.add(new MatrixFactor.Diagonal(name)));
        } else {
            factors.addAll(columnAt(end));
            List<MatrixFactor> other = new ArrayList<>();
            other.addAll(otherEnd(column, other));
            factors.addAll(MatrixFactor.transpose(other, symmetric));
        }
        return finished(factors);
    }

    private List<MatrixFactor> otherEnd(String column, List<MatrixFactor> walked) {
        return columnAt(walk(column, walked));
    }

    /** The factors of the column whose element at this index the term is. */
    List<MatrixFactor> column(String row) {
        List<MatrixFactor> factors = new ArrayList<>();
        factors.addAll(columnAt(walk(row, factors)));
        return finished(factors);
    }

    /** Follows edges from a node until none is left there; what stands on nodes passed becomes diagonal. */
    private String walk(String start, List<MatrixFactor> factors) {
        String node = start;
        while (true) {
            String here = node;
            List<Edge> next = edges.stream()
                    .filter(e -> e.from().equals(here) || e.to().equals(here))
                    .toList();
            if (next.isEmpty()) {
                return node;
            }
            if (next.size() > 1) {
                throw new NoProduct();
            }
            takeAll(node).forEach(name -> factors.add(new MatrixFactor.Diagonal(name)));
            Edge edge = next.get(0);
            edges.remove(edge);
            boolean forward = edge.from().equals(node);
            factors.add(forward ? edge.factor() : edge.factor().transpose(symmetric));
            node = forward ? edge.to() : edge.from();
        }
    }

    private List<String> takeAll(String node) {
        List<String> names = vectors.stream()
                .filter(v -> v.node().equals(node))
                .map(OnNode::name)
                .toList();
        vectors.removeIf(v -> v.node().equals(node));
        return names;
    }

    private List<MatrixFactor> columnAt(String node) {
        List<String> names = takeAll(node);
        if (names.isEmpty()) {
            throw new NoProduct();
        }
        List<MatrixFactor> factors = new ArrayList<>();
        names.subList(1, names.size()).forEach(name -> factors.add(new MatrixFactor.Diagonal(name)));
        factors.add(new MatrixFactor.Column(names.get(0)));
        return factors;
    }

    private List<MatrixFactor> finished(List<MatrixFactor> factors) {
        if (!edges.isEmpty() || !vectors.isEmpty() || !sums.isEmpty()) {
            throw new NoProduct();
        }
        List<MatrixFactor> kept = new ArrayList<>(factors);
        kept.removeIf(MatrixFactor.Identity.class::isInstance);
        return kept.isEmpty() ? List.of(new MatrixFactor.Identity()) : kept;
    }
}
