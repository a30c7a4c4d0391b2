package org.macrostate.equations.tensor;

import java.util.List;

/** The total order by which equal sums and products have one form: numbers, constants, symbols, then composites. */
final class CanonicalOrder {
    /** Where an expression of each kind stands. */
    private static final ExpressionCases<Integer> RANK = new ExpressionCases<>() {
        @Override
        public Integer rational(Rational number) {
            return 0;
        }

        @Override
        public Integer constant(Constant constant) {
            return 1;
        }

        @Override
        public Integer symbol(Symbol symbol) {
            return 2;
        }

        @Override
        public Integer overlap(Overlap overlap) {
            return 4;
        }

        @Override
        public Integer field(Field field) {
            return 5;
        }

        @Override
        public Integer fieldFunction(FieldFunction function) {
            return 11;
        }

        @Override
        public Integer delta(Delta delta) {
            return 3;
        }

        @Override
        public Integer plus(Plus sum) {
            return 10;
        }

        @Override
        public Integer times(Times product) {
            return 9;
        }

        @Override
        public Integer power(Power power) {
            return 6;
        }

        @Override
        public Integer apply(Apply application) {
            return 7;
        }

        @Override
        public Integer sum(IndexSum sum) {
            return 8;
        }

        @Override
        public Integer list(IndexList list) {
            return 12;
        }
    };

    private CanonicalOrder() {}

    static int compare(Expression a, Expression b) {
        if (a == b) {
            return 0;
        }
        int byRank = Integer.compare(a.match(RANK), b.match(RANK));
        if (byRank != 0) {
            return byRank;
        }
        int byHead = compareHeads(a, b);
        return byHead != 0 ? byHead : compareLists(a.children(), b.children());
    }

    static int compareIndices(List<? extends IndexTerm> a, List<? extends IndexTerm> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int byIndex = a.get(i).compareTo(b.get(i));
            if (byIndex != 0) {
                return byIndex;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static int compareLists(List<Expression> a, List<Expression> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int byElement = compare(a.get(i), b.get(i));
            if (byElement != 0) {
                return byElement;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static int compareHeads(Expression a, Expression b) {
        if (a instanceof Rational p && b instanceof Rational q) {
            return p.value().compareTo(q.value());
        }
        if (a instanceof Constant p && b instanceof Constant q) {
            return p.text().compareTo(q.text());
        }
        if (a instanceof Symbol p && b instanceof Symbol q) {
            return compareSymbols(p, q);
        }
        if (a instanceof Delta p && b instanceof Delta q) {
            int byPlaces = compareIndices(List.of(p.left(), p.right()), List.of(q.left(), q.right()));
            int byShift = byPlaces != 0
                    ? byPlaces
                    : Integer.compare(p.shift().by(), q.shift().by());
            return byShift != 0 ? byShift : p.shift().edge().compareTo(q.shift().edge());
        }
        if (a instanceof Overlap p && b instanceof Overlap q) {
            int byLeft = p.left().compareTo(q.left());
            int byRight = byLeft != 0 ? byLeft : p.right().compareTo(q.right());
            return byRight != 0 ? byRight : compareIndices(p.block(), q.block());
        }
        if (a instanceof Field p && b instanceof Field q) {
            int byVector = p.vector().compareTo(q.vector());
            int bySample = byVector != 0 ? byVector : p.sample().compareTo(q.sample());
            return bySample != 0 ? bySample : compareIndices(p.block(), q.block());
        }
        if (a instanceof FieldFunction p && b instanceof FieldFunction q) {
            return p.text().compareTo(q.text());
        }
        if (a instanceof Apply p && b instanceof Apply q) {
            return Integer.compare(p.function().ordinal(), q.function().ordinal());
        }
        if (a instanceof IndexBinder p && b instanceof IndexBinder q) {
            int byName = p.index().name().compareTo(q.index().name());
            return byName != 0 ? byName : compare(p.index().extent(), q.index().extent());
        }
        return 0;
    }

    private static int compareSymbols(Symbol p, Symbol q) {
        int byKind = Integer.compare(p.kind().ordinal(), q.kind().ordinal());
        if (byKind != 0) {
            return byKind;
        }
        int byName = p.name().compareTo(q.name());
        return byName != 0 ? byName : compareIndices(p.indices(), q.indices());
    }
}
