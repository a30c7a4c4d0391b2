package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.TimeLimit;

/**
 * A hash-consed graph under construction: asking for the same node twice gives the same index. Numbers are folded and
 * neutral elements dropped; no clean-up changes a value by more than rounding (a product with zero is zero).
 */
public final class ExpressionGraph {
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Node, Integer> indices = new HashMap<>();

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
        if (isNumber(a, 0)) {
            return b;
        }
        if (isNumber(b, 0)) {
            return a;
        }
        if (nodes.get(b) instanceof Node.Result r && r.operation() == Operation.NEGATE) {
            return subtract(a, r.left());
        }
        if (nodes.get(a) instanceof Node.Result r && r.operation() == Operation.NEGATE) {
            return subtract(b, r.left());
        }
        Optional<Integer> factored = SharedFactor.pullOut(this, a, b, this::add);
        return factored.orElseGet(() -> apply(Operation.ADD, Math.min(a, b), Math.max(a, b)));
    }

    public int subtract(int a, int b) {
        if (isNumber(b, 0)) {
            return a;
        }
        if (a == b) {
            return number(0);
        }
        if (isNumber(a, 0)) {
            return negate(b);
        }
        if (nodes.get(b) instanceof Node.Result r && r.operation() == Operation.NEGATE) {
            return add(a, r.left());
        }
        Optional<Integer> factored = SharedFactor.pullOut(this, a, b, this::subtract);
        return factored.orElseGet(() -> apply(Operation.SUBTRACT, a, b));
    }

    public int multiply(int a, int b) {
        if (isNumber(a, 0) || isNumber(b, 0)) {
            return number(0);
        }
        if (isNumber(a, 1)) {
            return b;
        }
        if (isNumber(b, 1)) {
            return a;
        }
        if (isNumber(a, -1)) {
            return negate(b);
        }
        if (isNumber(b, -1)) {
            return negate(a);
        }
        if (nodes.get(a) instanceof Node.Result r && r.operation() == Operation.NEGATE) {
            return negate(multiply(r.left(), b));
        }
        if (nodes.get(b) instanceof Node.Result r && r.operation() == Operation.NEGATE) {
            return negate(multiply(a, r.left()));
        }
        return apply(Operation.MULTIPLY, Math.min(a, b), Math.max(a, b));
    }

    public int divide(int a, int b) {
        if (isNumber(b, 1)) {
            return a;
        }
        if (isNumber(a, 0) && !isNumber(b, 0)) {
            return a;
        }
        if (nodes.get(b) instanceof Node.Number n && isPowerOfTwo(n.value())) {
            return multiply(a, number(1 / n.value()));
        }
        return apply(Operation.DIVIDE, a, b);
    }

    /** The reciprocal of a power of two is exact, so multiplying by it is the division itself. */
    private static boolean isPowerOfTwo(double value) {
        return Math.abs(Math.getExponent(value)) < 1000 && Math.abs(value) == Math.scalb(1.0, Math.getExponent(value));
    }

    public int negate(int a) {
        if (nodes.get(a) instanceof Node.Result r && r.operation() == Operation.NEGATE) {
            return r.left();
        }
        if (nodes.get(a) instanceof Node.Result r && r.operation() == Operation.SUBTRACT) {
            return apply(Operation.SUBTRACT, r.right(), r.left());
        }
        return apply(Operation.NEGATE, a);
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
        if (nodes.get(a) instanceof Node.Number n) {
            return number(operation.apply(n.value(), 0));
        }
        return intern(new Node.Result(operation, a, -1));
    }

    /** A binary operation, folded if both operands are numbers. */
    public int apply(Operation operation, int a, int b) {
        if (nodes.get(a) instanceof Node.Number p && nodes.get(b) instanceof Node.Number q) {
            return number(operation.apply(p.value(), q.value()));
        }
        return intern(new Node.Result(operation, a, b));
    }

    private int intern(Node node) {
        Integer known = indices.get(node);
        if (known != null) {
            return known;
        }
        TimeLimit.check();
        nodes.add(node);
        indices.put(node, nodes.size() - 1);
        return nodes.size() - 1;
    }
}
