package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.List;

/** One of the numbers that one computation gives, such as an element of a matrix: what has the operands in common is computed once. */
interface PartOfJoint extends MultivariateFunction {
    /** The computation; equal ones are the same. */
    JointFunction whole();

    /** Which of its results this is, from 0. */
    int result();

    @Override
    default int operands() {
        return whole().operands();
    }

    @Override
    default MultivariateFunction.Evaluation evaluation(ProgramCompiler programs) {
        JointFunction.Evaluation all = whole().evaluation(programs);
        return x -> all.values(x)[result()];
    }

    /**
     * Some parts of one computation on the same operands.
     *
     * @param calls nodes
     * @param made the calls there, all of parts of one computation
     */
    static JointFunction.Use together(List<Integer> calls, List<Node.Call> made) {
        List<Integer> results = new ArrayList<>();
        for (Node.Call call : made) {
            results.add(((PartOfJoint) call.function()).result());
        }
        JointFunction whole = ((PartOfJoint) made.get(0).function()).whole();
        return new JointFunction.Use(new Parts(whole, results), made.get(0).operands(), calls);
    }

    /** Some results of a computation. */
    record Parts(JointFunction whole, List<Integer> parts) implements JointFunction {
        public Parts {
            parts = List.copyOf(parts);
        }

        @Override
        public int operands() {
            return whole.operands();
        }

        @Override
        public int results() {
            return parts.size();
        }

        @Override
        public JointFunction.Evaluation evaluation(MultivariateFunction.ProgramCompiler programs) {
            JointFunction.Evaluation all = whole.evaluation(programs);
            return x -> {
                double[] values = all.values(x);
                return parts.stream().mapToDouble(part -> values[part]).toArray();
            };
        }
    }
}
