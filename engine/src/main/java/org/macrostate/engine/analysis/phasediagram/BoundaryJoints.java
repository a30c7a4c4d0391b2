package org.macrostate.engine.analysis.phasediagram;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.solvers.phase.PhaseBoundary;
import org.macrostate.solvers.phase.PhaseDiagram;

/**
 * Where curves of different kinds meet, each is followed up to the last line of the grid before that: straight pieces join
 * their ends, if these are nearer to each other than two points of the grid, and each end to the nearest one only.
 */
final class BoundaryJoints {
    private static final double NEAR = 2;

    private final double width;
    private final double height;
    private final List<double[]> ends = new ArrayList<>();

    private BoundaryJoints(PhaseDiagram diagram) {
        this.width = (diagram.x().to() - diagram.x().from())
                / Math.max(1, diagram.x().count() - 1);
        this.height = (diagram.y().to() - diagram.y().from())
                / Math.max(1, diagram.y().count() - 1);
        for (PhaseBoundary boundary : diagram.boundaries()) {
            int last = boundary.x().length - 1;
            if (last > 0) {
                add(diagram, boundary, 0);
                add(diagram, boundary, last);
            }
        }
    }

    /** Ends within the picture; where a curve leaves it, nothing is to be joined. */
    private void add(PhaseDiagram diagram, PhaseBoundary boundary, int at) {
        double x = boundary.x()[at];
        double y = boundary.y()[at];
        boolean inside = x > diagram.x().from() + width / 10
                && x < diagram.x().to() - width / 10
                && y > diagram.y().from() + height / 10
                && y < diagram.y().to() - height / 10;
        if (inside) {
            ends.add(new double[] {x, y, boundary.curve()});
        }
    }

    static List<RefinedRegions.Polyline> of(PhaseDiagram diagram) {
        BoundaryJoints joints = new BoundaryJoints(diagram);
        List<RefinedRegions.Polyline> pieces = new ArrayList<>();
        for (int i = 0; i < joints.ends.size(); i++) {
            int partner = joints.nearest(i);
            boolean counted = partner >= 0 && partner < i && joints.nearest(partner) == i;
            if (partner >= 0 && !counted) {
                double[] a = joints.ends.get(i);
                double[] b = joints.ends.get(partner);
                pieces.add(new RefinedRegions.Polyline(new double[] {a[0], b[0]}, new double[] {a[1], b[1]}));
            }
        }
        return pieces;
    }

    /** The nearest end of another curve; -1 if there is none nearby. */
    private int nearest(int i) {
        int nearest = -1;
        double least = NEAR;
        for (int j = 0; j < ends.size(); j++) {
            double distance =
                    Math.hypot((ends.get(i)[0] - ends.get(j)[0]) / width, (ends.get(i)[1] - ends.get(j)[1]) / height);
            if (ends.get(i)[2] != ends.get(j)[2] && distance < least) {
                least = distance;
                nearest = j;
            }
        }
        return nearest;
    }
}
