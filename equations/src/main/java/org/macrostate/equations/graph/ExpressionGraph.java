package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.TimeLimit;

/**
 * A hash-consed graph under construction: asking for the same node twice gives the same index, so that every common
 * subexpression is there once. The rules of {@link Passes#RULES} are applied to each operation as it is added; none changes
 * a value by more than rounding (a product with zero is zero).
 */
public final class ExpressionGraph {
    private static final GraphRule FOLDING = new ConstantFolding();

    private final List<GraphRule> rules;
    private final Optional<RandomPointCheck> witness;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Node, Integer> indices = new HashMap<>();
    private final NodeLoops loops = new NodeLoops(this);
    private final int most;
    private final Supplier<BadInput> refusal;

    public ExpressionGraph() {
        this(Passes.RULES);
    }

    /** @param refusal thrown when one more than so many nodes would be needed */
    ExpressionGraph(int most, Supplier<BadInput> refusal) {
        this(Passes.RULES, witnessIfAsked(), most, refusal);
    }

    ExpressionGraph(List<GraphRule> rules) {
        this(rules, witnessIfAsked());
    }

    ExpressionGraph(List<GraphRule> rules, Optional<RandomPointCheck> witness) {
        this(rules, witness, Integer.MAX_VALUE, () -> new BadInput("the graph has more nodes than there are numbers"));
    }

    private static Optional<RandomPointCheck> witnessIfAsked() {
        return Boolean.getBoolean("macrostate.verify") ? Optional.of(new RandomPointCheck()) : Optional.empty();
    }

    private ExpressionGraph(
            List<GraphRule> rules, Optional<RandomPointCheck> witness, int most, Supplier<BadInput> refusal) {
        this.most = most;
        this.refusal = refusal;
        this.rules = rules;
        this.witness = witness;
    }

    /** All nodes; operands come before results. */
    public List<Node> nodes() {
        return java.util.Collections.unmodifiableList(nodes);
    }

    public int size() {
        return nodes.size();
    }

    public Node node(int index) {
        return nodes.get(index);
    }

    /** Sums that are loops. */
    NodeLoops loops() {
        return loops;
    }

    public int number(double value) {
        return intern(new Node.Number(value == 0 ? 0.0 : value));
    }

    public int input(Node.Source source, int index) {
        return intern(new Node.Input(source, index));
    }

    public boolean isNumber(int node, double value) {
        return nodes.get(node) instanceof Node.Number n && n.value() == value;
    }

    public int add(int a, int b) {
        return simplified(Operation.ADD, a, b);
    }

    public int subtract(int a, int b) {
        return simplified(Operation.SUBTRACT, a, b);
    }

    public int multiply(int a, int b) {
        return simplified(Operation.MULTIPLY, a, b);
    }

    public int divide(int a, int b) {
        return simplified(Operation.DIVIDE, a, b);
    }

    public int negate(int a) {
        return simplified(Operation.NEGATE, a, -1);
    }

    private int simplified(Operation operation, int a, int b) {
        for (GraphRule rule : rules) {
            OptionalInt known = rule.simplified(this, operation, a, b);
            if (known.isPresent()) {
                witness.ifPresent(w -> w.verify(rule, operation, a, b, known.getAsInt()));
                return known.getAsInt();
            }
        }
        if (b < 0) {
            return apply(operation, a);
        }
        boolean commutes = operation == Operation.ADD || operation == Operation.MULTIPLY;
        return commutes ? apply(operation, Math.min(a, b), Math.max(a, b)) : apply(operation, a, b);
    }

    /** A power with a whole exponent, by squaring. */
    public int power(int base, int exponent) {
        if (exponent < 0) {
            return divide(number(1), power(base, -exponent));
        }
        if (exponent == 0) {
            return number(1);
        }
        int half = power(base, exponent / 2);
        int square = exponent == 1 ? number(1) : multiply(half, half);
        return exponent % 2 == 0 ? square : multiply(square, base);
    }

    /** A unary operation, folded if its operand is a number. */
    public int apply(Operation operation, int a) {
        return apply(operation, a, -1);
    }

    /** An operation, folded if its operands are numbers; no other rule is applied. */
    public int apply(Operation operation, int a, int b) {
        OptionalInt number = FOLDING.simplified(this, operation, a, b);
        return number.isPresent() ? number.getAsInt() : intern(new Node.Result(operation, a, b));
    }

    /** The value of a function of several nodes. */
    public int call(MultivariateFunction function, List<Integer> operands) {
        if (operands.size() != function.operands()) {
            throw new IllegalArgumentException(
                    function.name() + " takes " + function.operands() + " operands, got " + operands.size());
        }
        return intern(new Node.Call(function, operands));
    }

    private int intern(Node node) {
        Integer known = indices.get(node);
        if (known != null) {
            return known;
        }
        TimeLimit.check();
        if (nodes.size() >= most) {
            throw refusal.get();
        }
        nodes.add(node);
        witness.ifPresent(w -> w.added(node));
        indices.put(node, nodes.size() - 1);
        return nodes.size() - 1;
    }

    /**
     * The outputs of a program without loops in this graph.
     *
     * @param state gives the node in place of an element of the program's state
     */
    public List<Integer> copied(Program program, IntUnaryOperator state) {
        int[] place = new int[program.nodes().size()];
        for (int i = 0; i < place.length; i++) {
            Node node = program.nodes().get(i);
            if (node instanceof Node.Number number) {
                place[i] = number(number.value());
            } else if (node instanceof Node.Input input) {
                place[i] = input.source() == Node.Source.STATE
                        ? state.applyAsInt(input.index())
                        : input(input.source(), input.index());
            } else if (node instanceof Node.Result result) {
                place[i] = result.right() < 0
                        ? apply(result.operation(), place[result.left()])
                        : apply(result.operation(), place[result.left()], place[result.right()]);
            } else if (node instanceof Node.Call call) {
                place[i] = call(
                        call.function(),
                        call.operands().stream().map(o -> place[o]).toList());
            }
        }
        return program.outputs().stream().map(output -> place[output]).toList();
    }
}
