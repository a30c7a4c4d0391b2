package org.macrostate.solvers.phase;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.macrostate.solvers.fixedpoint.FixedPoint;
import org.macrostate.solvers.fixedpoint.FixedPointSearch;
import org.macrostate.solvers.fixedpoint.FixedPoints;
import org.macrostate.solvers.fixedpoint.PhysicalRegion;
import org.macrostate.solvers.fixedpoint.Symmetries;
import org.macrostate.solvers.fixedpoint.SystemAt;

/**
 * Finds what separates two neighbouring grid points in different phases: each stable state of either is followed
 * towards the other until it ceases to be stable.
 */
final class EdgeSearch {
    private static final double SAME = 1e-7;
    private static final double ASIDE = 1e-3;
    private static final int BISECTIONS = 60;
    private static final Set<BranchFollower.End> LOSES =
            Set.of(BranchFollower.End.UNSTABLE, BranchFollower.End.DIVERGED);
    private static final Set<BranchFollower.End> TURNS = Set.of(BranchFollower.End.TURNED);

    private final ParameterPlane plane;
    private final FixedPointSearch search;
    private final PhysicalRegion region;
    private final Symmetries symmetries;

    EdgeSearch(ParameterPlane plane, FixedPointSearch search, PhysicalRegion region, Symmetries symmetries) {
        this.plane = plane;
        this.search = search;
        this.region = region;
        this.symmetries = symmetries;
    }

    /** An end of an edge with what is stable there. */
    record End(double x, double y, List<FixedPoint> stable) {}

    /**
     * All crossings between two ends, in order from the first; empty if none was found.
     *
     * @param certain whether the phases of both ends are; if not, only bracketed eigenvalues count
     */
    List<EdgeCrossing> between(End one, End other, boolean certain) {
        List<Located> chosen = new ArrayList<>(followed(one, other, false, LOSES));
        chosen.addAll(followed(other, one, true, LOSES));
        if (!certain) {
            chosen.removeIf(located -> !phasesChange(one, other, located.t()));
        }
        if (certain && chosen.isEmpty()) {
            chosen.addAll(followed(one, other, false, TURNS));
            chosen.addAll(followed(other, one, true, TURNS));
        }
        if (certain && chosen.isEmpty()) {
            chosen.addAll(changes(one, other, false));
            chosen.addAll(changes(other, one, true));
        }
        chosen.sort(java.util.Comparator.comparingDouble(Located::t));
        List<EdgeCrossing> found = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (Located located : chosen) {
            if (located.t() - last > SAME) {
                found.add(new EdgeCrossing(
                        located.kind(),
                        located.phase(),
                        mix(one.x(), other.x(), located.t()),
                        mix(one.y(), other.y(), located.t()),
                        located.at()));
                last = located.t();
            }
        }
        return found;
    }

    private record Located(double t, PhaseBoundary.Kind kind, String phase, CriticalState at) {}

    /** Where states of the start end as asked on the way to the other end. */
    private List<Located> followed(End start, End end, boolean back, Set<BranchFollower.End> how) {
        List<Located> located = new ArrayList<>();
        for (FixedPoint state : start.stable()) {
            BranchFollower.Outcome outcome = outcome(start, end, state);
            if (how.contains(outcome.end())) {
                located.add(
                        new Located(back ? 1 - outcome.t() : outcome.t(), outcome.kind(), state.phase(), outcome.at()));
            }
        }
        return located;
    }

    /** Whether different phases are stable on the two sides: one state may lose its stability to another of its phase. */
    private boolean phasesChange(End one, End other, double t) {
        List<double[]> candidates = new ArrayList<>();
        one.stable().forEach(p -> candidates.add(p.state()));
        other.stable().forEach(p -> candidates.add(p.state()));
        double[] from = plane.at(one.x(), one.y());
        double[] to = plane.at(other.x(), other.y());
        return !stablePhases(mixed(from, to, Math.max(0, t - ASIDE)), candidates)
                .equals(stablePhases(mixed(from, to, Math.min(1, t + ASIDE)), candidates));
    }

    private List<String> stablePhases(double[] parameters, List<double[]> candidates) {
        FixedPoints found = search.refine(parameters, candidates, symmetries, region, true);
        return found.stable().stream()
                .map(FixedPoint::phase)
                .distinct()
                .sorted()
                .toList();
    }

    private List<Located> changes(End start, End end, boolean back) {
        List<Located> changes = new ArrayList<>();
        for (FixedPoint state : start.stable()) {
            if (outcome(start, end, state).end() == BranchFollower.End.REACHED) {
                change(plane.at(start.x(), start.y()), plane.at(end.x(), end.y()), state, back, changes);
            }
        }
        return changes;
    }

    private BranchFollower.Outcome outcome(End start, End end, FixedPoint state) {
        double[] from = plane.at(start.x(), start.y());
        double[] to = plane.at(end.x(), end.y());
        SystemAt system = new SystemAt(search.system(), from, search.totals(from));
        return new BranchFollower(new ParameterLine(system, from, to), region, state.neutralModes())
                .follow(state.state());
    }

    /** Bisects for where a state that stays stable leaves its phase or the physical region. */
    private void change(double[] from, double[] to, FixedPoint state, boolean back, List<Located> changes) {
        double low = 0;
        double high = 1;
        List<double[]> candidate = List.of(state.state());
        PhaseBoundary.Kind kind = PhaseBoundary.Kind.CROSSOVER;
        List<FixedPoint> last = refined(to, candidate).points();
        if (last.size() == 1 && last.get(0).phase().equals(state.phase())) {
            return;
        }
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            FixedPoints found = refined(mixed(from, to, middle), candidate);
            if (found.points().size() == 1 && found.points().get(0).phase().equals(state.phase())) {
                low = middle;
                candidate = List.of(found.points().get(0).state());
            } else {
                high = middle;
                kind = found.points().isEmpty() && !found.outside().isEmpty()
                        ? PhaseBoundary.Kind.PHYSICAL_LIMIT
                        : PhaseBoundary.Kind.CROSSOVER;
            }
        }
        changes.add(new Located(back ? 1 - high : high, kind, state.phase(), CriticalState.NONE));
    }

    private FixedPoints refined(double[] parameters, List<double[]> candidates) {
        return search.refine(parameters, candidates, symmetries, region, false);
    }

    private static double[] mixed(double[] from, double[] to, double t) {
        double[] parameters = from.clone();
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = mix(from[i], to[i], t);
        }
        return parameters;
    }

    private static double mix(double from, double to, double t) {
        return t == 0 || from == to ? from : t == 1 ? to : from + t * (to - from);
    }
}
