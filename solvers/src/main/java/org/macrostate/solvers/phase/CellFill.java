package org.macrostate.solvers.phase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.macrostate.equations.derive.Formula;
import org.macrostate.solvers.fixedpoint.FixedPoint;
import org.macrostate.solvers.fixedpoint.SystemAt;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Follows the stable states of a corner to every point of a cell, row by row. Each is a root to rounding, of the corner's
 * phase, with the corner's sign of the determinant; if anywhere one is not, the cell is to be divided. Mutable scratch:
 * one a thread.
 */
final class CellFill {
    private static final double LARGEST_CHANGE = 0.5;
    private static final double LARGEST_SURPRISE = 0.05;

    private final PointSearch search;
    private final SystemAt system;
    private final NewtonCorrector corrector;
    private final List<String> phases;
    private final int width;

    CellFill(PointSearch search) {
        this.search = search;
        this.width = search.plane().x().count();
        this.system = new SystemAt(
                search.search().system(),
                search.plane().at(0),
                search.search().totals(search.plane().at(0)));
        this.corrector = new NewtonCorrector(system);
        this.phases = search.search().system().bound().system().phases().stream()
                .map(Formula::name)
                .toList();
    }

    /**
     * False, and nothing added, if the corner's states do not go on throughout the cell.
     *
     * @param corners bottom left, bottom right, top left, top right
     * @param origin place of the first
     */
    boolean fill(TileSearch.Cell cell, List<GridPoint> corners, int origin, List<FilledCell> filled) {
        GridPoint corner = corners.get(0);
        if (corner.stable().stream().anyMatch(p -> p.neutralModes() > 0)) {
            return cell.isStep();
        }
        List<List<double[]>> found = new ArrayList<>();
        for (FixedPoint state : corner.stable()) {
            Optional<List<double[]>> states = along(cell, state, origin);
            if (states.isEmpty() || !arrives(cell, corners, states.get())) {
                return false;
            }
            found.add(states.get());
        }
        filled.add(described(cell, corner, origin, found));
        return true;
    }

    private FilledCell described(TileSearch.Cell cell, GridPoint corner, int origin, List<List<double[]>> found) {
        int width = search.search().system().bound().system().observables().size();
        int columns = cell.right() - cell.left() + 1;
        double[] none = corner.firstObservables(width);
        double[] observables = new double[cell.points() * width];
        TreeMap<Integer, List<double[]>> rim = new TreeMap<>();
        for (int at = 0; at < cell.points(); at++) {
            int i = cell.left() + at % columns;
            int j = cell.bottom() + at / columns;
            int point = at;
            system.setParameters(search.plane().at(j * this.width + i));
            double[] values =
                    found.isEmpty() ? none : system.observables(found.get(0).get(at));
            System.arraycopy(values, 0, observables, at * width, width);
            if (cell.isRim(i, j)) {
                rim.put(
                        j * this.width + i,
                        found.stream().map(branch -> branch.get(point)).toList());
            }
        }
        return new FilledCell(cell, corner.kind(), origin, observables, rim);
    }

    /** Whether following from the first corner led to stable states of the others: phases may have one name for two. */
    private boolean arrives(TileSearch.Cell cell, List<GridPoint> corners, List<double[]> states) {
        int columns = cell.right() - cell.left() + 1;
        int[] places = {0, columns - 1, states.size() - columns, states.size() - 1};
        for (int c = 0; c < places.length; c++) {
            double[] state = states.get(places[c]);
            boolean known = corners.get(c).stable().stream()
                    .anyMatch(point -> search.symmetries().areImages(point.state(), state, SameState.distance(state)));
            if (!known) {
                return false;
            }
        }
        return true;
    }

    /** The state at every point of the cell, row by row. */
    private Optional<List<double[]>> along(TileSearch.Cell cell, FixedPoint corner, int origin) {
        system.setParameters(search.plane().at(origin));
        if (corrector.from(corner.state()).isEmpty()) {
            return Optional.empty();
        }
        int sign = corrector.sign();
        List<double[]> states = new ArrayList<>();
        double[] begin = corner.state();
        for (int j = cell.bottom(); j <= cell.top(); j++) {
            double[] last = begin;
            double[] ahead = begin;
            for (int i = cell.left(); i <= cell.right(); i++) {
                Optional<double[]> next = at(j * width + i, ahead, last, corner, sign);
                if (next.isEmpty()) {
                    return Optional.empty();
                }
                boolean first = i == cell.left();
                ahead = first ? next.get() : Vector.moved(next.get(), 1, Vector.moved(next.get(), -1, last));
                last = next.get();
                begin = first ? last : begin;
                states.add(last);
            }
        }
        return Optional.of(states);
    }

    private Optional<double[]> at(int place, double[] predicted, double[] last, FixedPoint corner, int sign) {
        double[] parameters = search.plane().at(place);
        system.setParameters(parameters);
        return corrector
                .from(predicted)
                .filter(state -> corrector.sign() == sign)
                .filter(state -> Vector.distance(state, last) <= LARGEST_CHANGE * (1 + Vector.maxNorm(last)))
                .filter(state -> Vector.distance(state, predicted) <= LARGEST_SURPRISE * (1 + Vector.maxNorm(last)))
                .filter(state -> search.region().at(parameters).contains(state))
                .filter(state -> phases.isEmpty() || isOf(corner.phase(), state));
    }

    private boolean isOf(String phase, double[] state) {
        int which = system.phase(state);
        return which >= 0 && phases.get(which).equals(phase);
    }
}
