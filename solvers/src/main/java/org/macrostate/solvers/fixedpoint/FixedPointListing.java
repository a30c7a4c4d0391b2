package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.macrostate.solvers.nonlinear.Vector;

/** Roots as fixed points, described and sorted, with what is to be said of them. */
final class FixedPointListing {
    private static final int MOST_UNDECIDED = 3;

    private final SystemAt system;
    private final PhysicalRegion region;
    private final Symmetries symmetries;
    private final GrowthCheck growth;
    private Optional<OrbitLength> orbits = Optional.empty();

    FixedPointListing(SystemAt system, PhysicalRegion region, Symmetries symmetries) {
        this.system = system;
        this.region = region;
        this.symmetries = symmetries;
        this.growth = new GrowthCheck(system, region);
    }

    /**
     * Of roots without repetition.
     *
     * @param starts how many were tried
     * @param converged how many of them led to a root
     * @param bounds of the search that were reached
     */
    FixedPoints of(Roots roots, int starts, int converged, List<String> bounds, Completeness completeness) {
        List<FixedPoint> points = new ArrayList<>();
        List<double[]> outside = new ArrayList<>();
        boolean continuum = !roots.isIsolated() && roots.undecided() > MOST_UNDECIDED;
        boolean shown = false;
        for (KnownRoot root : roots.all()) {
            if (region.contains(root.state())) {
                // Degenerate roots are rare as isolated ones: so many are members of one family.
                if (continuum && root.verdict().degenerate()) {
                    if (!shown) {
                        points.add(described(root.alongFamily()));
                    }
                    shown = true;
                    continue;
                }
                points.add(described(root));
            } else {
                outside.add(root.state());
            }
        }
        points.sort(Comparator.comparing(FixedPointListing::rank).thenComparing(FixedPointListing::fallingState));
        FixedPoints.Status status = !points.isEmpty()
                ? roots.isFull() ? FixedPoints.Status.TOO_MANY : FixedPoints.Status.FOUND
                : outside.isEmpty() ? FixedPoints.Status.NONE_CONVERGED : FixedPoints.Status.ONLY_OUTSIDE;
        return new FixedPoints(
                points,
                outside,
                status,
                starts,
                converged,
                symmetries.count(),
                system.totals(),
                completeness,
                notes(points),
                bounds);
    }

    private List<String> notes(List<FixedPoint> points) {
        List<String> notes = new ArrayList<>();
        for (String total : system.totals().told(system.system())) {
            notes.add("the flow conserves " + total.substring(0, total.lastIndexOf(" = "))
                    + ": fixed points form a continuous family, of which those with " + total + " are shown");
        }
        List<String> members = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).neutralModes() > 0) {
                members.add(Integer.toString(i + 1));
            }
        }
        if (!members.isEmpty()) {
            notes.add((members.size() == 1 ? "fixed point " : "fixed points ")
                    + String.join(", ", members)
                    + (members.size() == 1
                            ? ": one member of a continuous family of them is shown"
                            : ": one member each of continuous families of them is shown"));
        }
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).multiplicity() > 1) {
                notes.add("fixed point " + (i + 1) + " is a root of multiplicity "
                        + points.get(i).multiplicity());
            }
            if (points.get(i).images() == 0) {
                notes.add("fixed point " + (i + 1) + ": its symmetric images are too many to be counted");
            }
            if (points.get(i).stability() == Stability.UNDECIDED) {
                notes.add(
                        "fixed point " + (i + 1) + ": the rates beside it do not grow as the eigenvalues say, as where"
                                + " rates have a root or a kink; its stability is undecided");
            }
        }
        return notes;
    }

    /** A search keeps fewer images than there may be; 0 where they are too many to be counted. */
    private long images(KnownRoot root) {
        int kept = root.images().size();
        if (kept < Symmetries.mostKept(system.length())) {
            return kept;
        }
        orbits = orbits.isPresent() ? orbits : Optional.of(symmetries.orbitLength());
        return orbits.flatMap(o -> o.of(root.state()).stream().boxed().findFirst())
                .orElse(0L);
    }

    private FixedPoint described(KnownRoot root) {
        double residual = system.rates(root.state(), new double[system.length()]);
        return new FixedPoint(
                root.state(),
                residual,
                root.verdict().eigenvalues(),
                stability(root),
                root.verdict().neutralModes(),
                images(root),
                phase(root.state()),
                system.observables(root.state()),
                multiplicity(root));
    }

    /** A root beside which the rates are linear is simple. */
    private static int multiplicity(KnownRoot root) {
        return root.multiplicity() > 0
                        || root.verdict().degenerate()
                        || root.verdict().neutralModes() > 0
                ? root.multiplicity()
                : 1;
    }

    /** What eigenvalues say is only reported of rates that grow so. */
    private Stability stability(KnownRoot root) {
        Stability told = root.verdict().stability();
        return told.isDecided() && !growth.agrees(root.state(), root.verdict().eigenvalues())
                ? Stability.UNDECIDED
                : told;
    }

    private String phase(double[] state) {
        int place = system.phase(state);
        var phases = system.system().bound().system().phases();
        if (place >= 0) {
            return phases.get(place).name();
        }
        if (!phases.isEmpty()) {
            return "none";
        }
        if (symmetries.count() == 0) {
            return "fixed point";
        }
        return symmetries.asymmetry(state) <= 1e-6 * (1 + Vector.maxNorm(state)) ? "symmetric" : "broken";
    }

    private static int rank(FixedPoint point) {
        return switch (point.stability()) {
            case STABLE -> 0;
            case MARGINAL, UNDECIDED -> 1;
            case UNSTABLE -> 2;
        };
    }

    private static int fallingState(FixedPoint one, FixedPoint other) {
        for (int i = 0; i < one.state().length; i++) {
            int order = Double.compare(other.state()[i], one.state()[i]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
