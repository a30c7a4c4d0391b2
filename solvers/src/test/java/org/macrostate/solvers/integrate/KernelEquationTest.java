package org.macrostate.solvers.integrate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.graph.ExpressionGraph;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Program;
import org.macrostate.solvers.kernel.Kernel;
import org.macrostate.solvers.kernel.KernelCompiler;

class KernelEquationTest {
    @Test
    void an_evaluation_allocates_nothing() {
        ExpressionGraph graph = new ExpressionGraph();
        int x = graph.input(Node.Source.STATE, 0);
        Kernel kernel = KernelCompiler.compile(Program.of(graph, List.of(graph.negate(x)), 1, 0));
        int evaluations = 100_000;
        KernelEquation equation = new KernelEquation(
                TrajectoryProblem.fromZero(kernel, new double[0], new double[] {1}, 1),
                Integration.with(Tolerances.DEFAULT).withMaxEvaluations(Long.MAX_VALUE),
                new StiffnessMonitor(1, 1, true));
        double[] state = {1};
        equation.computeDerivatives(0, state);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (int i = 0; i < evaluations; i++) {
            equation.computeDerivatives(i, state);
        }
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertTrue(allocated < evaluations, allocated + " bytes in " + evaluations + " evaluations");
    }
}
