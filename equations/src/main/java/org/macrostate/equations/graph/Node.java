package org.macrostate.equations.graph;

import java.util.List;
import java.util.function.IntUnaryOperator;

/** One node of a graph. Operands are indices of earlier nodes, so that increasing index is an order of evaluation. */
public sealed interface Node {
    /** Earlier nodes that it is computed from; empty of numbers and inputs. */
    default List<Integer> operands() {
        return List.of();
    }

    /** The same node with its operands elsewhere. */
    default Node moved(IntUnaryOperator place) {
        return this;
    }

    /** A number. */
    record Number(double value) implements Node {
        @Override
        public boolean equals(Object other) {
            return other instanceof Number n && Double.doubleToLongBits(n.value) == Double.doubleToLongBits(value);
        }

        @Override
        public int hashCode() {
            return Double.hashCode(value);
        }
    }

    /** An element of an input array. */
    record Input(Source source, int index) implements Node {}

    /** An operation on earlier nodes; {@code right} is -1 for unary ones. */
    record Result(Operation operation, int left, int right) implements Node {
        @Override
        public List<Integer> operands() {
            return right < 0 ? List.of(left) : List.of(left, right);
        }

        @Override
        public Node moved(IntUnaryOperator place) {
            return new Result(operation, place.applyAsInt(left), right < 0 ? -1 : place.applyAsInt(right));
        }
    }

    /** A function of several earlier nodes. */
    record Call(MultivariateFunction function, List<Integer> operands) implements Node {
        public Call {
            operands = List.copyOf(operands);
        }

        @Override
        public Node moved(IntUnaryOperator place) {
            return new Call(function, operands.stream().map(place::applyAsInt).toList());
        }
    }

    /** Where an input comes from. */
    enum Source {
        STATE,
        PARAMETER,
        TIME
    }
}
