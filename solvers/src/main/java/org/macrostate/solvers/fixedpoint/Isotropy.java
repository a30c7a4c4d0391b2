package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.macrostate.equations.graph.StateLayout;
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

    /**
     * @param all generators of all symmetries
     * @param keeping generators of those that keep the state
     * @param images how many images the state has
     */
    Isotropy(List<SignedPermutation> all, List<SignedPermutation> keeping, OptionalLong images) {
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
        TreeMap<String, Integer> extents = new TreeMap<>();
        for (StateLayout.Element element : layout.elements()) {
            for (int i = 0; i < element.places().size(); i++) {
                String extent = element.variable().indices().get(i).extent().toString();
                extents.merge(extent, element.places().get(i), Math::max);
            }
        }
        extents.forEach((extent, count) -> {
            if (exchanged(layout, extent, count, all).size() < count) {
                words.add(extent + ": " + alike(exchanged(layout, extent, count, keeping)));
            }
        });
        if (extents.isEmpty()) {
            classes(layout.length(), keeping).stream()
                    .filter(together -> together.size() > 1)
                    .forEach(together -> words.add(named(layout, together) + " alike"));
        }
        List<Integer> turned = turned(layout.length());
        if (!turned.isEmpty()) {
            words.add(named(layout, turned) + " = 0");
        }
        return words.isEmpty() ? "none" : String.join("; ", words);
    }

    private static String named(StateLayout layout, List<Integer> places) {
        return String.join(", ", places.stream().map(layout.labels()::get).toList());
    }

    /** Elements that are zero because a change of sign keeps the state. */
    private List<Integer> turned(int n) {
        SignedClasses joined = new SignedClasses(n);
        for (SignedPermutation symmetry : keeping) {
            for (int i = 0; i < n; i++) {
                joined.join(i, symmetry.target()[i], symmetry.sign()[i]);
            }
        }
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
                    if (element.places().get(i) == copy
                            && element.variable()
                                    .indices()
                                    .get(i)
                                    .extent()
                                    .toString()
                                    .equals(extent)) {
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
        SignedClasses joined = new SignedClasses(n);
        for (SignedPermutation symmetry : symmetries) {
            for (int i = 0; i < n; i++) {
                joined.join(i, symmetry.target()[i], 1);
            }
        }
        return classes(n, joined);
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
