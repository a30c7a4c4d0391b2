package org.macrostate.solvers.kernel;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.graph.LoopProgram;
import org.macrostate.equations.graph.MultivariateFunction;
import org.macrostate.equations.graph.Node;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes a method of a nest: values of regions are kept in local variables, and what other methods need in places of
 * {@code work}, too.
 */
final class LoopMethod {
    static final int OUT = 5;
    static final int WORK = LoopReads.WORK;
    static final int POSITIONS = 7;
    private static final int CALLS = 9;
    /** The first local variable after those of {@link LoopCode#run}. */
    static final int FIRST_FREE = 10;

    private static final String EVALUATION = Type.getInternalName(MultivariateFunction.Evaluation.class);

    private final LoopProgram program;
    private final LoopPool pool;
    private final MethodVisitor method;
    private final CountedCode code;
    private final LoopReads reads;
    private final IdentityHashMap<LoopRegion, Map<Integer, Integer>> locals = new IdentityHashMap<>();
    private int nextLocal = FIRST_FREE;

    /** @param counters variables whose counters are further arguments, in this order */
    LoopMethod(LoopProgram program, LoopPool pool, MethodVisitor method, List<Integer> counters) {
        this.program = program;
        this.pool = pool;
        this.method = method;
        code = new CountedCode(method);
        reads = new LoopReads(program, code, pool);
        counters.forEach(variable -> reads.counter(variable, local(1)));
        method.visitCode();
    }

    CountedCode code() {
        return code;
    }

    LoopReads reads() {
        return reads;
    }

    MethodVisitor visitor() {
        return method;
    }

    int local(int slots) {
        nextLocal += slots;
        return nextLocal - slots;
    }

    /** Reads values that other methods computed into local variables. */
    void fetch(List<LoopPlan.Value> values) {
        for (LoopPlan.Value value : values) {
            fromWork(value.place());
            int local = local(2);
            code.variable(Opcodes.DSTORE, local);
            known(value.region()).put(value.node(), local);
        }
    }

    /** Puts an element of {@code work} on the stack. */
    void fromWork(int place) {
        code.variable(Opcodes.ALOAD, WORK);
        code.number(place);
        code.instruction(Opcodes.DALOAD);
    }

    void toWork(int place, int local) {
        code.variable(Opcodes.ALOAD, WORK);
        code.number(place);
        code.variable(Opcodes.DLOAD, local);
        code.instruction(Opcodes.DASTORE);
    }

    private Map<Integer, Integer> known(LoopRegion region) {
        return locals.computeIfAbsent(region, r -> new HashMap<>());
    }

    /** Computes these items of a region, loops and all. */
    void items(List<LoopRegion.Item> items, LoopRegion region) {
        for (LoopRegion.Item item : items) {
            if (item.isTable()) {
                table(item.loop().orElseThrow(), item);
                continue;
            }
            int local = local(2);
            if (item.table() >= 0) {
                tableElement(item, region.variable());
                code.instruction(Opcodes.DALOAD);
                code.variable(Opcodes.DSTORE, local);
            } else if (item.loop().isPresent()) {
                sum(
                        item.loop().get(),
                        program.nodes().get(item.node()).operands().get(0),
                        local);
            } else {
                compute(item.node(), region);
                code.variable(Opcodes.DSTORE, local);
            }
            known(region).put(item.node(), local);
            Integer place = region.places().get(item.node());
            if (place != null) {
                toWork(place, local);
            }
        }
    }

    void loop(int variable, Runnable body) {
        int counter = local(1);
        int extent = program.variables().get(variable).extent();
        reads.with(
                variable, counter, () -> CountedLoop.write(method, code, counter, () -> code.number(extent), 1, body));
    }

    private void table(LoopRegion inside, LoopRegion.Item item) {
        loop(inside.variable(), () -> {
            items(inside.items(), inside);
            tableElement(item, inside.variable());
            value(item.node(), inside);
            code.instruction(Opcodes.DASTORE);
        });
    }

    /** Puts on the stack what must be below a value that is stored in a table, or read from it. */
    void tableElement(LoopRegion.Item item, int variable) {
        code.variable(Opcodes.ALOAD, WORK);
        reads.counter(variable);
        code.number(item.table());
        code.instruction(Opcodes.IADD);
    }

    private void sum(LoopRegion inside, int term, int local) {
        code.number(0.0);
        code.variable(Opcodes.DSTORE, local);
        loop(inside.variable(), () -> {
            items(inside.items(), inside);
            code.variable(Opcodes.DLOAD, local);
            value(term, inside);
            code.instruction(Opcodes.DADD);
            code.variable(Opcodes.DSTORE, local);
        });
    }

    /** Puts the value of a node that is known on the stack. */
    void value(int node, LoopRegion from) {
        if (program.nodes().get(node) instanceof Node.Number n) {
            code.number(n.value());
            return;
        }
        LoopRegion region = from.knowing(node);
        Integer local = known(region).get(node);
        if (local == null) {
            throw new IllegalStateException("value " + node + " is of another method");
        }
        code.variable(Opcodes.DLOAD, local);
    }

    private void compute(int index, LoopRegion region) {
        Node node = program.nodes().get(index);
        if (node instanceof Node.Input in) {
            program.input(node).ifPresentOrElse(reads::write, () -> reads.write(in));
        } else if (node instanceof Node.Result r) {
            value(r.left(), region);
            if (r.right() >= 0) {
                value(r.right(), region);
            }
            OperationCode.emit(r.operation(), code);
        } else {
            call((Node.Call) node, region);
        }
    }

    private void call(Node.Call call, LoopRegion region) {
        code.variable(Opcodes.ALOAD, CALLS);
        code.number(pool.call(call.function()));
        code.instruction(Opcodes.AALOAD);
        code.number(call.operands().size());
        method.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_DOUBLE);
        for (int i = 0; i < call.operands().size(); i++) {
            code.instruction(Opcodes.DUP);
            code.number(i);
            value(call.operands().get(i), region);
            code.instruction(Opcodes.DASTORE);
        }
        method.visitMethodInsn(Opcodes.INVOKEINTERFACE, EVALUATION, "value", "([D)D", true);
    }
}
