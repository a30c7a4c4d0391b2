package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.macrostate.equations.TimeLimit;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * States put together from parts of others. Copies that have no overlaps with other copies, and none with a fixed vector that
 * others overlap with, are a part of a state. Where such parts do not act on one another, as in many models, parts of
 * different fixed points together are a fixed point.
 */
final class PartCombinations {
    private static final double NOTHING = 1e-7;
    private static final double DIGITS = 1e5;

    private final StateLayout layout;
    private final OverlapPositions gram;
    private final int copies;
    private final int fixed;
    private final boolean possible;

    /** Names of the copies that states have which are known, whatever their order. */
    private final Set<List<String>> known = new HashSet<>();

    private final Map<List<String>, Part> parts = new LinkedHashMap<>();

    /**
     * A part of a state.
     *
     * @param copies its copies
     * @param fixed copies of the fixed vectors that these have overlaps with
     * @param names of the copies, in order of names
     */
    private record Part(double[] state, List<Integer> copies, List<Integer> fixed, List<String> names) {}

    PartCombinations(SystemAt system, PhysicalRegion region) {
        this.layout = system.system().bound().state();
        this.gram = region.gram();
        this.copies = most(true);
        this.fixed = most(false);
        this.possible =
                copies > 1 && gram.vectors().stream().allMatch(v -> v.copy() > 0) && areAsMany() && areApart(region);
    }

    private int most(boolean trained) {
        return gram.vectors().stream()
                .filter(v -> v.trained() == trained)
                .mapToInt(FamilyVector::copy)
                .max()
                .orElse(0);
    }

    /** Whether all trained families have as many copies, all fixed ones, and what is trained beside them as many as vectors. */
    private boolean areAsMany() {
        List<FamilyVector> vectors = gram.vectors();
        boolean whole = vectors.stream().allMatch(v -> vector(v, v.trained() ? copies : fixed) >= 0);
        Map<String, Long> numbers = layout.elements().stream()
                .filter(e -> !e.variable().isOverlap() && e.places().size() == 1)
                .collect(Collectors.groupingBy(e -> e.variable().name(), Collectors.counting()));
        return whole && numbers.values().stream().allMatch(n -> n == copies);
    }

    /** Whether fixed vectors have no overlaps. */
    private boolean areApart(PhysicalRegion region) {
        for (int i = 0; i < gram.vectors().size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean constant = gram.place(i, j) == OverlapPositions.CONSTANT;
                if (constant && region.constant(i, j) != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Takes the parts of a root. */
    void add(double[] root) {
        if (!possible) {
            return;
        }
        double least = NOTHING * (1 + Vector.maxNorm(root));
        SignedClasses joined = new SignedClasses(copies + fixed);
        List<FamilyVector> vectors = gram.vectors();
        for (int i = 0; i < vectors.size(); i++) {
            for (int j = 0; j < i; j++) {
                int place = gram.place(i, j);
                if (place >= 0 && Math.abs(root[place]) > least) {
                    joined.join(node(vectors.get(i)), node(vectors.get(j)), 1);
                }
            }
        }
        Map<Integer, List<Integer>> together = new TreeMap<>();
        for (int k = 0; k < copies; k++) {
            together.computeIfAbsent(joined.root(k), any -> new ArrayList<>()).add(k + 1);
        }
        List<String> all = new ArrayList<>();
        together.forEach((node, own) -> {
            List<Integer> beside = new ArrayList<>();
            for (int a = 0; a < fixed; a++) {
                if (joined.root(copies + a) == node) {
                    beside.add(a + 1);
                }
            }
            List<String> names = own.stream().map(k -> name(root, k)).sorted().toList();
            all.addAll(names);
            Part known = parts.get(names);
            if (known == null
                    || known.copies().size() > own.size()
                    || known.fixed().size() > beside.size()) {
                parts.put(names, new Part(root, List.copyOf(own), beside, names));
            }
        });
        Collections.sort(all);
        known.add(all);
    }

    /** Copies come first, fixed vectors after them; the roots of classes are then copies. */
    private int node(FamilyVector vector) {
        return vector.trained() ? vector.copy() - 1 : copies + vector.copy() - 1;
    }

    /** What a copy has of its own and with other vectors, whatever their signs and numbers. */
    private String name(double[] state, int copy) {
        StringBuilder name = new StringBuilder();
        List<Double> others = new ArrayList<>();
        for (int i = 0; i < gram.vectors().size(); i++) {
            for (int j = 0; j <= i; j++) {
                boolean has = gram.place(i, j) >= 0;
                if (has && isOf(i, copy) && isOf(j, copy)) {
                    append(name, state[gram.place(i, j)]);
                } else if (has && (isOf(i, copy) || isOf(j, copy))) {
                    others.add(Math.abs(state[gram.place(i, j)]));
                }
            }
        }
        others.stream().sorted().forEach(overlap -> append(name, overlap));
        for (int e = 0; e < state.length; e++) {
            StateLayout.Element element = layout.elements().get(e);
            if (isOfCopy(element) && element.places().get(0) == copy) {
                append(name, state[e]);
            }
        }
        return name.toString();
    }

    private static void append(StringBuilder name, double value) {
        name.append(Math.round(DIGITS * Math.abs(value))).append(' ');
    }

    private boolean isOf(int vector, int copy) {
        return gram.vectors().get(vector).trained()
                && gram.vectors().get(vector).copy() == copy;
    }

    private boolean isOfCopy(StateLayout.Element element) {
        return !element.variable().isOverlap()
                && element.places().size() == 1
                && element.places().get(0) <= copies;
    }

    /**
     * Combinations with as many copies as there are that no state has which was added before, those of the fewest parts
     * first; each is then taken for known.
     *
     * @param most how many
     */
    List<double[]> next(int most) {
        List<Part> simple = parts.values().stream()
                .filter(part -> !isOfSmaller(part))
                .sorted(java.util.Comparator.comparingInt(
                        (Part part) -> -part.copies().size()))
                .toList();
        List<double[]> states = new ArrayList<>();
        if (possible) {
            combine(simple, 0, new ArrayList<>(), copies, fixed, states, most);
        }
        return states;
    }

    /** Whether a part has copies like those of others together: it is one that is turned among equals. */
    private boolean isOfSmaller(Part part) {
        return part.copies().size() > 1 && part.names().stream().allMatch(name -> parts.containsKey(List.of(name)));
    }

    private void combine(
            List<Part> simple, int from, List<Part> chosen, int left, int free, List<double[]> states, int most) {
        TimeLimit.check();
        if (states.size() >= most) {
            return;
        }
        if (left == 0) {
            List<String> names = new ArrayList<>();
            chosen.forEach(part -> names.addAll(part.names()));
            Collections.sort(names);
            if (known.add(names)) {
                state(chosen).ifPresent(states::add);
            }
            return;
        }
        for (int i = from; i < simple.size(); i++) {
            Part part = simple.get(i);
            if (part.copies().size() <= left && part.fixed().size() <= free) {
                chosen.add(part);
                combine(
                        simple,
                        i,
                        chosen,
                        left - part.copies().size(),
                        free - part.fixed().size(),
                        states,
                        most);
                chosen.remove(chosen.size() - 1);
            }
        }
    }

    /** Empty if vectors of a part are not in the model with the numbers that they get. */
    private Optional<double[]> state(List<Part> chosen) {
        int[] part = new int[copies + fixed];
        int[] source = new int[copies + fixed];
        Arrays.fill(part, -1);
        int copy = 0;
        int along = copies;
        for (int p = 0; p < chosen.size(); p++) {
            for (int k : chosen.get(p).copies()) {
                part[copy] = p;
                source[copy++] = k;
            }
            for (int a : chosen.get(p).fixed()) {
                part[along] = p;
                source[along++] = a;
            }
        }
        double[] state = chosen.get(0).state().clone();
        List<FamilyVector> vectors = gram.vectors();
        for (int i = 0; i < vectors.size(); i++) {
            for (int j = 0; j <= i; j++) {
                int place = gram.place(i, j);
                int one = node(vectors.get(i));
                int other = node(vectors.get(j));
                if (place >= 0) {
                    boolean same = part[one] >= 0 && part[one] == part[other];
                    int from = same
                            ? gram.place(vector(vectors.get(i), source[one]), vector(vectors.get(j), source[other]))
                            : OverlapPositions.UNKNOWN;
                    state[place] = from >= 0 ? chosen.get(part[one]).state()[from] : 0;
                }
            }
        }
        for (int e = 0; e < state.length; e++) {
            StateLayout.Element element = layout.elements().get(e);
            if (isOfCopy(element)) {
                int node = element.places().get(0) - 1;
                state[e] = chosen.get(part[node])
                        .state()[layout.position(element.variable().name(), List.of(source[node]))];
            }
        }
        return Double.isFinite(Vector.maxNorm(state)) ? Optional.of(state) : Optional.empty();
    }

    private int vector(FamilyVector like, int copy) {
        return gram.vectors().indexOf(new FamilyVector(like.family(), copy, like.block(), like.trained()));
    }
}
