package org.macrostate.solvers.control;

import java.util.*;
import org.junit.jupiter.api.Test;

class ExploreTest {
    @Test
    void regression() {
        for (int pieces : new int[] {10, 20, 100}) {
            ControlProblem p = ControlCases.problem(ControlCases.REGRESSION, Map.of("R", 0.0, "Q", 0.0),
                new ControlGoal.AtTime(10, true), List.of(), "tau=0.01:1.5");
            ControlObjective o = ControlObjective.of(p, ControlGrid.even(10, pieces, false));
            LocalMinimum m = new BoundedQuasiNewton(500, 1e-12, 1e-15).minimise(o, ControlCases.all(pieces, 0.4));
            System.out.println(pieces + " " + m.value() + " " + m.residual() + " " + m.iterations() + " " + m.value() / 2);
        }
    }
    @Test
    void vae() {
        for (int pieces : new int[] {20, 100}) {
            ControlProblem p = ControlCases.vae(new ControlGoal.AtTime(600, true));
            ControlObjective o = ControlObjective.of(p, ControlGrid.even(600, pieces, false));
            for (int s = 0; s < 24; s++) {
                double[] x = new double[pieces];
                Random r = new Random(s);
                if (s < 8) Arrays.fill(x, 0.02 + s * 0.05);
                else if (s<16) for (int k = 0; k < pieces; k++) x[k] = r.nextDouble();
                else { int a = r.nextInt(pieces), b = r.nextInt(pieces); double lo = 0.1*r.nextDouble(), hi = r.nextDouble();
                    for (int k = 0; k < pieces; k++) x[k] = (k >= Math.min(a, b) && k < Math.max(a, b)) ? hi : lo; }
                long t = System.nanoTime();
                double v0 = o.at(x).value();
                LocalMinimum m = new BoundedQuasiNewton(400, 1e-10, 1e-12).minimise(o, x);
                System.out.printf("%d %d: %.7f -> %.8f res %.2e it %d %.1f ms  %s%n", pieces, s, v0, m.value(), m.residual(), m.iterations(), (System.nanoTime() - t) / 1e6, pieces==20 ? Arrays.toString(Arrays.stream(o.values(m.at())).map(z -> Math.round(z * 1000) / 1000.0).toArray()) : "");
            }
        }
    }
}
