package org.macrostate.equations.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every rule must keep: the values of random programs, by the interpreter. */
abstract class GraphRuleContract {
    /** The rule alone. */
    final ExpressionGraph graph = new ExpressionGraph(List.of(rule()), Optional.of(new RandomPointCheck()));

    final int x = graph.input(Node.Source.STATE, 0);
    final int y = graph.input(Node.Source.STATE, 1);
    final int z = graph.input(Node.Source.PARAMETER, 0);

    abstract GraphRule rule();

    int sum(int a, int b) {
        return graph.apply(Operation.ADD, a, b);
    }

    int product(int a, int b) {
        return graph.apply(Operation.MULTIPLY, a, b);
    }

    /** Without any rule, from numbers and inputs that rules look for. */
    private static Program random(long seed) {
        Random random = new Random(seed);
        ExpressionGraph raw = new ExpressionGraph(List.of(), Optional.empty());
        for (double number : new double[] {0, 1, -1, 0.25, 3}) {
            raw.number(number);
        }
        for (int i = 0; i < 3; i++) {
            raw.input(Node.Source.STATE, i);
            raw.input(Node.Source.PARAMETER, i);
        }
        Operation[] operations = {
            Operation.ADD,
            Operation.SUBTRACT,
            Operation.MULTIPLY,
            Operation.MULTIPLY,
            Operation.DIVIDE,
            Operation.NEGATE
        };
        for (int i = 0; i < 60; i++) {
            Operation operation = operations[random.nextInt(operations.length)];
            int a = random.nextInt(raw.size());
            int b = random.nextInt(raw.size());
            raw.apply(operation, a, operation.operands() == 1 ? -1 : b);
        }
        return Program.of(raw, random.ints(10, 0, raw.size()).boxed().toList(), 3, 3);
    }

    @Test
    void it_keeps_the_values_of_random_programs() {
        for (long seed = 0; seed < 500; seed++) {
            Program before = random(seed);
            ExpressionGraph simplified = new ExpressionGraph(List.of(rule()), Optional.of(new RandomPointCheck()));
            Program after = Program.of(simplified, Copy.into(simplified, before), 3, 3);
            double[] expected = new double[10];
            double[] found = new double[10];
            double[] state = new Random(seed).doubles(3, 0.5, 1.5).toArray();
            double[] parameters = new Random(seed + 1).doubles(3, 0.5, 1.5).toArray();
            new Interpreter(before).eval(0, state, parameters, expected);
            new Interpreter(after).eval(0, state, parameters, found);
            for (int i = 0; i < 10; i++) {
                if (Math.abs(expected[i]) < 1e6 && Math.abs(expected[i]) > 1e-6) {
                    assertEquals(expected[i], found[i], 1e-9 * Math.abs(expected[i]), "seed " + seed);
                }
            }
        }
    }
}
