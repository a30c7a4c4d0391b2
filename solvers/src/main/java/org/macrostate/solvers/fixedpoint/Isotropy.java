package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.solvers.nonlinear.OrthonormalBasis;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * The isotropy subgroup of a state: the symmetries that keep it (M. Golubitsky, I. Stewart and D. G. Schaeffer,
 * "Singularities and Groups in Bifurcation Theory", volume II, 1988, XIII §1). States of one orbit have conjugate ones.
 */
public final class Isotropy {
    private static final double SAME = 1e-6;

    private final List<SignedPermutation> all;
    private final List<SignedPermutation> keeping;
    private final OptionalLong images;
    private final int n;

    /**
     * @param all generators of all symmetries
     * @param keeping generators of those that keep the state
     * @param images how many images the state has
     * @param n elements of a state
     */
    Isotropy(List<SignedPermutation> all, List<SignedPermutation> keeping, OptionalLong images, int n) {
        this.n = n;
        this.all = all;
        this.keeping = List.copyOf(keeping);
        this.images = images;
    }

    static boolean moves(SignedPermutation symmetry, double[] direction) {
        return Vector.distance(symmetry.apply(direction), direction) > SAME * Vector.maxNorm(direction);
    }

    /** How many states are images of this one, itself included; empty if too many. */
    public OptionalLong images() {
        return images;
    }

    /**
     * The subgroup in words: which copies it exchanges, by the size that numbers them, as {@code K: 3 of 4 alike}; in flows
     * without copies which variables, as {@code x, y alike}; and which elements a change of sign keeps at zero. Where no
     * symmetry of the equations is kept {@code none}.
     *
     * @param layout of the state
     */
    public String words(StateLayout layout) {
        List<String> words = new ArrayList<>();
        TreeMap<String, Integer> extents = extents(layout);
        extents.entrySet()
                .removeIf(e -> exchanged(layout, e.getKey(), e.getValue(), all).size() == e.getValue());
        extents.forEach((extent, count) -> words.add(extent + ": " + alike(exchanged(layout, extent, count, keeping))));
        List<String> names = List.copyOf(extents.keySet());
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                if (together(layout, names.get(i), names.get(j), extents)) {
                    words.add(names.get(i) + " and " + names.get(j) + " exchanged together");
                }
            }
        }
        if (extents(layout).isEmpty()) {
            classes(layout.length(), keeping).stream()
                    .filter(together -> together.size() > 1)
                    .forEach(together -> words.add(
                            named(layout, together) + (isSigned(together) ? " alike up to signs" : " alike")));
        }
        List<Integer> turned = turned();
        if (!turned.isEmpty()) {
            words.add(named(layout, turned) + " = 0");
        }
        return words.isEmpty() ? "none" : String.join("; ", words);
    }

    /** Whether some of a class are opposites of others, and none is zero. */
    private boolean isSigned(List<Integer> together) {
        SignedClasses joined = signed();
        return together.stream().anyMatch(i -> joined.sign(i) < 0 && !joined.isZero(i));
    }

    /**
     * The dimension of what all of these symmetries keep of a space.
     *
     * @param space vectors of one element an element of the state, linearly independent
     */
    public int keptOf(List<double[]> space) {
        OrthonormalBasis moved = new OrthonormalBasis();
        for (double[] vector : space) {
            double[] all = new double[keeping.size() * vector.length];
            for (int g = 0; g < keeping.size(); g++) {
                double[] by = Vector.moved(keeping.get(g).apply(vector), -1, vector);
                System.arraycopy(by, 0, all, g * vector.length, vector.length);
            }
            if (Vector.maxNorm(all) > SAME * Vector.maxNorm(vector)) {
                moved.add(all, SAME);
            }
        }
        return space.size() - moved.vectors().size();
    }

    /** How many copies each size numbers. */
    private static TreeMap<String, Integer> extents(StateLayout layout) {
        TreeMap<String, Integer> extents = new TreeMap<>();
        for (StateLayout.Element element : layout.elements()) {
            for (int i = 0; i < element.places().size(); i++) {
                extents.merge(extent(element, i), element.places().get(i), Math::max);
            }
        }
        return extents;
    }

    private static String extent(StateLayout.Element element, int index) {
        return ExpressionText.of(element.variable().indices().get(index).extent());
    }

    /** Whether copies of two sizes are exchanged with each other only: then their pairs are of more classes than products. */
    private boolean together(StateLayout layout, String one, String other, TreeMap<String, Integer> extents) {
        TreeSet<Integer> roots = new TreeSet<>();
        SignedClasses joined = joined(layout.length(), keeping);
        for (int e = 0; e < layout.length(); e++) {
            StateLayout.Element element = layout.elements().get(e);
            TreeSet<String> its = new TreeSet<>();
            for (int i = 0; i < element.places().size(); i++) {
                its.add(extent(element, i));
            }
            if (its.equals(new TreeSet<>(List.of(one, other)))) {
                roots.add(joined.root(e));
            }
        }
        int products =
                exchanged(layout, one, extents.getOrDefault(one, 0), keeping).size()
                        * exchanged(layout, other, extents.getOrDefault(other, 0), keeping)
                                .size();
        return roots.size() > products && products < extents.getOrDefault(one, 0) * extents.getOrDefault(other, 0);
    }

    /** Elements by their labels, and where all of a variable are among them, the variable. */
    private static String named(StateLayout layout, List<Integer> places) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        layout.elements().forEach(e -> counts.merge(e.variable().name(), 1, Integer::sum));
        TreeMap<String, Integer> here = new TreeMap<>();
        places.forEach(e -> here.merge(layout.elements().get(e).variable().name(), 1, Integer::sum));
        LinkedHashSet<String> names = new LinkedHashSet<>();
        for (int place : places) {
            String name = layout.elements().get(place).variable().name();
            names.add(
                    Objects.equals(counts.get(name), here.get(name))
                            ? name
                            : layout.labels().get(place));
        }
        return String.join(", ", names);
    }

    private SignedClasses signed() {
        SignedClasses joined = new SignedClasses(n);
        for (SignedPermutation symmetry : keeping) {
            for (int i = 0; i < n; i++) {
                joined.join(i, symmetry.target()[i], symmetry.sign()[i]);
            }
        }
        return joined;
    }

    /** Elements that are zero because a change of sign keeps the state. */
    private List<Integer> turned() {
        SignedClasses joined = signed();
        List<Integer> zero = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if (joined.isZero(i)) {
                zero.add(i);
            }
        }
        return zero;
    }

    /** Copies of one size, 0 …, class by class of those that symmetries exchange for one another. */
    private static List<List<Integer>> exchanged(
            StateLayout layout, String extent, int count, List<SignedPermutation> symmetries) {
        List<TreeSet<Integer>> elements = new ArrayList<>();
        for (int copy = 1; copy <= count; copy++) {
            TreeSet<Integer> own = new TreeSet<>();
            for (int e = 0; e < layout.length(); e++) {
                StateLayout.Element element = layout.elements().get(e);
                for (int i = 0; i < element.places().size(); i++) {
                    if (element.places().get(i) == copy && extent(element, i).equals(extent)) {
                        own.add(e);
                    }
                }
            }
            elements.add(own);
        }
        SignedClasses joined = new SignedClasses(count);
        for (SignedPermutation symmetry : symmetries) {
            for (int copy = 0; copy < count; copy++) {
                TreeSet<Integer> moved = new TreeSet<>();
                elements.get(copy).forEach(e -> moved.add(symmetry.target()[e]));
                int image = elements.indexOf(moved);
                if (image >= 0) {
                    joined.join(copy, image, 1);
                }
            }
        }
        return classes(count, joined);
    }

    private static List<List<Integer>> classes(int n, List<SignedPermutation> symmetries) {
        return classes(n, joined(n, symmetries));
    }

    /** Elements that are exchanged for one another. */
    private static SignedClasses joined(int n, List<SignedPermutation> symmetries) {
        SignedClasses joined = new SignedClasses(n);
        for (SignedPermutation symmetry : symmetries) {
            for (int i = 0; i < n; i++) {
                joined.join(i, symmetry.target()[i], 1);
            }
        }
        return joined;
    }

    private static List<List<Integer>> classes(int n, SignedClasses joined) {
        TreeMap<Integer, List<Integer>> classes = new TreeMap<>();
        for (int i = 0; i < n; i++) {
            classes.computeIfAbsent(joined.root(i), root -> new ArrayList<>()).add(i);
        }
        return List.copyOf(classes.values());
    }

    /** As {@code all 4 alike}, {@code 3 of 4 alike}, {@code 2 + 2 of 4 alike}, {@code all 3 different}. */
    private static String alike(List<List<Integer>> classes) {
        int count = classes.stream().mapToInt(List::size).sum();
        List<Integer> sizes = classes.stream()
                .map(List::size)
                .filter(size -> size > 1)
                .sorted((a, b) -> b - a)
                .toList();
        if (sizes.isEmpty()) {
            return "all " + count + " different";
        }
        return sizes.get(0) == count
                ? "all " + count + " alike"
                : String.join(" + ", sizes.stream().map(String::valueOf).toList()) + " of " + count + " alike";
    }
}
