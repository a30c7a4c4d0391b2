package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * A program with calls of multivariate functions, cut where they are: the operands of calls that need no other call, those
 * of calls that need these, and so on; last the program's own outputs. Each stage reads the values of earlier calls as
 * further parameters.
 *
 * @param stages the calls, in stages
 * @param rest its parameters are the program's own, then the values of all calls
 */
public record CallStages(List<Stage> stages, Program rest) {
    public CallStages {
        stages = List.copyOf(stages);
    }

    /**
     * Calls that can be made together.
     *
     * @param operands its outputs are the operands of all functions, one function after the other
     * @param uses what is evaluated; its results are further parameters in this order
     */
    public record Stage(Program operands, List<JointFunction.Use> uses) {
        public Stage {
            uses = List.copyOf(uses);
        }
    }

    /** Whether a program has calls. */
    public static boolean hasCalls(Program program) {
        return program.nodes().stream().anyMatch(Node.Call.class::isInstance);
    }

    /** The program in stages. */
    public static CallStages of(Program program) {
        List<Node> nodes = program.nodes();
        int[] level = new int[nodes.size()];
        List<List<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < level.length; i++) {
            for (int operand : nodes.get(i).operands()) {
                level[i] = Math.max(level[i], level[operand]);
            }
            if (nodes.get(i) instanceof Node.Call) {
                while (calls.size() <= level[i]) {
                    calls.add(new ArrayList<>());
                }
                calls.get(level[i]).add(i);
                level[i]++;
            }
        }
        List<Node> cut = new ArrayList<>(nodes);
        List<Stage> stages = new ArrayList<>();
        int parameters = program.parameterLength();
        for (List<Integer> together : calls) {
            List<JointFunction.Use> uses = IntegralFamily.of(together, place -> (Node.Call) nodes.get(place));
            List<Integer> operands =
                    uses.stream().flatMap(use -> use.operands().stream()).toList();
            stages.add(new Stage(new Program(cut, operands, program.stateLength(), parameters).pruned(), uses));
            for (JointFunction.Use use : uses) {
                for (int call : use.calls()) {
                    cut.set(call, new Node.Input(Node.Source.PARAMETER, parameters++));
                }
            }
        }
        return new CallStages(stages, new Program(cut, program.outputs(), program.stateLength(), parameters).pruned());
    }
}
