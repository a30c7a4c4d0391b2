package org.macrostate.engine.analysis.branch;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.solvers.cycle.CycleBranch;
import org.macrostate.solvers.cycle.CyclePoint;

/** A stretch of a curve of limit cycles along which stability does not change; neighbouring ones share a point. */
record CyclePiece(boolean stable, List<CyclePoint> points) {
    CyclePiece {
        points = List.copyOf(points);
    }

    /** What joins a stable cycle to an unstable one is unstable. */
    static List<CyclePiece> of(CycleBranch branch) {
        List<CyclePiece> pieces = new ArrayList<>();
        List<CyclePoint> points = new ArrayList<>();
        boolean stable = branch.points().get(0).stable();
        for (CyclePoint point : branch.points()) {
            if (point.stable() != stable) {
                CyclePoint last = points.get(points.size() - 1);
                if (!stable) {
                    points.add(point);
                }
                pieces.add(new CyclePiece(stable, points));
                points = new ArrayList<>(stable ? List.of(last) : List.of());
                stable = point.stable();
            }
            points.add(point);
        }
        pieces.add(new CyclePiece(stable, points));
        return pieces;
    }
}
