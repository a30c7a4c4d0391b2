package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The roots of rates that are quotients of polynomials, counted: by algebra where the unknowns are few, else, and where multiple roots
 * are left open by that, by homotopy.
 *
 * @param complex roots, counted with multiplicity, real ones included; negative where they were not counted
 * @param told whether all real roots were told from others and from each other
 * @param isolated whether there are finitely many
 * @param real isolated roots, nearly
 * @param notes what is to be said of them, or of why they were not counted
 */
record CountedRoots(int complex, boolean told, boolean isolated, List<CountedRoot> real, List<String> notes) {
    static final CountedRoots NONE = new CountedRoots(-1, false, false, List.of(), List.of());

    private static final int FEW_UNKNOWNS = 8;
    private static final PathLimit FEW_PATHS = new PathLimit(100, false);

    CountedRoots {
        real = List.copyOf(real);
        notes = List.copyOf(notes);
    }

    /**
     * A real root.
     *
     * @param multiplicity 0 if it is not known
     */
    record CountedRoot(double[] state, int multiplicity) {}

    /** Of which it is known that they are multiple. */
    List<CountedRoot> multiple() {
        return real.stream().filter(root -> root.multiplicity() > 1).toList();
    }

    /** The states of all others. */
    List<double[]> simple() {
        return real.stream()
                .filter(root -> root.multiplicity() <= 1)
                .map(CountedRoot::state)
                .toList();
    }

    /**
     * Whether so many are all.
     *
     * @param found different real roots
     * @param missing an estimate for where it is not known
     */
    Completeness completeness(int found, double missing) {
        if (complex < 0) {
            return new Completeness(false, -1, -1, missing);
        }
        boolean known = found == complex || told && found == real.size();
        return new Completeness(known, complex, known ? found : told ? real.size() : -1, known ? 0 : missing);
    }

    /** @param limit of the paths that a homotopy follows */
    static CountedRoots of(SystemAt system, PathLimit limit) {
        EveryRoot.Attempt algebra = EveryRoot.of(system);
        Optional<EveryRoot> roots = algebra.roots();
        if (roots.filter(EveryRoot::told).isPresent()) {
            return of(roots.get());
        }
        Optional<CountedRoots> paths = HomotopyRoots.of(system, limit);
        boolean agree = paths.filter(CountedRoots::told)
                .filter(counted ->
                        roots.filter(all -> all.complex() != counted.complex()).isEmpty())
                .isPresent();
        if (agree) {
            return paths.get();
        }
        CountedRoots best = roots.map(CountedRoots::of).or(() -> paths).orElse(NONE);
        List<String> notes = new ArrayList<>(best.notes());
        algebra.over().filter(over -> !best.isolated()).ifPresent(notes::add);
        return new CountedRoots(best.complex(), best.told(), best.isolated(), best.real(), notes);
    }

    /** By homotopy only, of few equations, with nothing to be said where they are not counted. */
    static CountedRoots quickly(SystemAt system) {
        if (system.length() > FEW_UNKNOWNS) {
            return NONE;
        }
        CountedRoots counted = HomotopyRoots.of(system, FEW_PATHS).orElse(NONE);
        return counted.told() ? counted : NONE;
    }

    private static CountedRoots of(EveryRoot all) {
        int multiplicity = all.told() ? 1 : 0;
        return new CountedRoots(
                all.complex(),
                all.told(),
                true,
                all.real().stream()
                        .map(state -> new CountedRoot(state, multiplicity))
                        .toList(),
                List.of());
    }
}
