package org.macrostate.solvers.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.graph.LoopInput;
import org.macrostate.equations.graph.LoopProgram;
import org.macrostate.equations.graph.MultivariateFunction;
import org.macrostate.equations.graph.Node;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the class of a {@link LoopCode}: the loops of one nest, with the tables and functions that it reads. */
final class LoopNestClass {
    private static final int TIME = 1;
    private static final int STATE = 3;
    private static final int PARAMETERS = 4;
    private static final int OUT = 5;
    private static final int WORK = 6;
    private static final int POSITIONS = 7;
    private static final int COLUMNS = 8;
    private static final int CALLS = 9;
    private static final int FIRST_FREE = 10;
    private static final String EVALUATION = Type.getInternalName(MultivariateFunction.Evaluation.class);

    private final LoopProgram program;
    private final LoopProgram.Nest nest;
    private final List<List<Double>> columns = new ArrayList<>();
    private final List<MultivariateFunction> calls = new ArrayList<>();
    private final Map<Integer, Integer> counters = new HashMap<>();
    private final MethodVisitor run;
    private final CountedCode code;
    private final byte[] bytes;
    private int nextLocal = FIRST_FREE;

    LoopNestClass(LoopSchedule schedule, LoopProgram.Nest nest) {
        this.program = schedule.program();
        this.nest = nest;
        ClassWriter writer = HiddenClass.begin("CompiledNest", LoopCode.class);
        run = writer.visitMethod(
                Opcodes.ACC_PUBLIC,
                "run",
                Type.getMethodDescriptor(LoopCode.class.getDeclaredMethods()[0]),
                null,
                null);
        run.visitCode();
        code = new CountedCode(run);
        List<LoopRegion> own = chain(schedule.of(nest));
        write(own, 0);
        HiddenClass.end(run);
        writer.visitEnd();
        bytes = writer.toByteArray();
    }

    byte[] bytes() {
        return bytes;
    }

    /** Of the method. */
    int codeBytes() {
        return code.bytes();
    }

    double[][] columns() {
        return columns.stream()
                .map(c -> c.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
    }

    List<MultivariateFunction> calls() {
        return calls;
    }

    private static List<LoopRegion> chain(LoopRegion innermost) {
        List<LoopRegion> chain = new ArrayList<>(List.of(innermost));
        while (chain.get(0).parent().isPresent()) {
            chain.add(0, chain.get(0).parent().get());
        }
        return chain;
    }

    /** The regions of the nest's own loops from a depth on. */
    private void write(List<LoopRegion> own, int depth) {
        LoopRegion region = own.get(depth);
        if (depth < own.size() - 1) {
            items(region);
            loop(own.get(depth + 1).variable(), () -> write(own, depth + 1));
            return;
        }
        Label done = new Label();
        if (nest.block() >= 0) {
            items(region);
            code.variable(Opcodes.ALOAD, WORK);
            dense(program.blocks().get(nest.block()));
            value(nest.node(), region);
            code.instruction(Opcodes.DASTORE);
            return;
        }
        int at = local(1);
        code.variable(Opcodes.ALOAD, POSITIONS);
        place(nest.loops().stream().map(v -> ~v).toList(), extents(), 0);
        code.instruction(Opcodes.IALOAD);
        code.variable(Opcodes.ISTORE, at);
        code.variable(Opcodes.ILOAD, at);
        code.jump(Opcodes.IFLT, done);
        items(region);
        code.variable(Opcodes.ALOAD, OUT);
        code.variable(Opcodes.ILOAD, at);
        value(nest.node(), region);
        code.instruction(Opcodes.DASTORE);
        run.visitLabel(done);
    }

    private List<Integer> extents() {
        return nest.loops().stream()
                .map(v -> program.variables().get(v).extent())
                .toList();
    }

    private void dense(LoopProgram.Block block) {
        place(nest.loops().stream().map(v -> ~v).toList(), block.extents(), block.offset());
    }

    private void loop(int variable, Runnable body) {
        int counter = local(1);
        Integer outer = counters.put(variable, counter);
        CountedLoop.write(
                run,
                code,
                counter,
                () -> code.number(program.variables().get(variable).extent()),
                1,
                body);
        if (outer == null) {
            counters.remove(variable);
        } else {
            counters.put(variable, outer);
        }
    }

    private int local(int slots) {
        nextLocal += slots;
        return nextLocal - slots;
    }

    private void items(LoopRegion region) {
        for (LoopRegion.Item item : region.items()) {
            if (item.isTable()) {
                table(item.loop().get(), item);
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
                        ((Node.Call) program.nodes().get(item.node()))
                                .operands()
                                .get(0),
                        local);
            } else {
                compute(item.node(), region);
                code.variable(Opcodes.DSTORE, local);
            }
            region.known().put(item.node(), local);
        }
    }

    private void table(LoopRegion inside, LoopRegion.Item item) {
        loop(inside.variable(), () -> {
            items(inside);
            tableElement(item, inside.variable());
            value(item.node(), inside);
            code.instruction(Opcodes.DASTORE);
        });
    }

    private void tableElement(LoopRegion.Item item, int variable) {
        code.variable(Opcodes.ALOAD, WORK);
        counter(variable);
        code.number(item.table());
        code.instruction(Opcodes.IADD);
    }

    private void sum(LoopRegion inside, int term, int local) {
        code.number(0.0);
        code.variable(Opcodes.DSTORE, local);
        loop(inside.variable(), () -> {
            items(inside);
            code.variable(Opcodes.DLOAD, local);
            value(term, inside);
            code.instruction(Opcodes.DADD);
            code.variable(Opcodes.DSTORE, local);
        });
    }

    /** Puts the value of a node that is known on the stack. */
    private void value(int node, LoopRegion from) {
        if (program.nodes().get(node) instanceof Node.Number n) {
            code.number(n.value());
            return;
        }
        LoopRegion region = from;
        while (!region.known().containsKey(node)) {
            region = region.parent().orElseThrow();
        }
        code.variable(Opcodes.DLOAD, region.known().getOrDefault(node, -1));
    }

    private void compute(int index, LoopRegion region) {
        Node node = program.nodes().get(index);
        if (node instanceof Node.Input in) {
            program.input(node).ifPresentOrElse(this::read, () -> read(in));
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

    private void read(Node.Input in) {
        switch (in.source()) {
            case TIME -> code.variable(Opcodes.DLOAD, TIME);
            case STATE -> element(STATE, in.index());
            case PARAMETER -> element(PARAMETERS, in.index());
        }
    }

    private void element(int array, int index) {
        code.variable(Opcodes.ALOAD, array);
        code.number(index);
        code.instruction(Opcodes.DALOAD);
    }

    private void read(LoopInput input) {
        if (input instanceof LoopInput.Element e) {
            LoopProgram.Block block = program.blocks().get(e.block());
            code.variable(Opcodes.ALOAD, WORK);
            place(e.places(), block.extents(), block.offset());
            code.instruction(Opcodes.DALOAD);
        } else if (input instanceof LoopInput.Column c) {
            if (!columns.contains(c.values())) {
                columns.add(c.values());
            }
            code.variable(Opcodes.ALOAD, COLUMNS);
            code.number(columns.indexOf(c.values()));
            code.instruction(Opcodes.AALOAD);
            counter(c.variable());
            code.instruction(Opcodes.DALOAD);
        } else {
            counter(((LoopInput.Counter) input).variable());
            code.number(1);
            code.instruction(Opcodes.IADD);
            code.instruction(Opcodes.I2D);
        }
    }

    private void counter(int variable) {
        Integer local = counters.get(variable);
        if (local == null) {
            throw new IllegalStateException("variable " + variable + " has no value here");
        }
        code.variable(Opcodes.ILOAD, local);
    }

    /** Puts the dense index of places on the stack, the last fastest, an offset added. */
    private void place(List<Integer> places, List<Integer> extents, int offset) {
        int fixed = offset;
        int stride = 1;
        boolean begun = false;
        for (int i = places.size() - 1; i >= 0; i--) {
            if (places.get(i) < 0) {
                counter(~places.get(i));
                if (stride != 1) {
                    code.number(stride);
                    code.instruction(Opcodes.IMUL);
                }
                if (begun) {
                    code.instruction(Opcodes.IADD);
                }
                begun = true;
            } else {
                fixed += (places.get(i) - 1) * stride;
            }
            stride *= extents.get(i);
        }
        if (!begun || fixed != 0) {
            code.number(fixed);
            if (begun) {
                code.instruction(Opcodes.IADD);
            }
        }
    }

    private void call(Node.Call call, LoopRegion region) {
        calls.add(call.function());
        code.variable(Opcodes.ALOAD, CALLS);
        code.number(calls.size() - 1);
        code.instruction(Opcodes.AALOAD);
        code.number(call.operands().size());
        run.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_DOUBLE);
        for (int i = 0; i < call.operands().size(); i++) {
            code.instruction(Opcodes.DUP);
            code.number(i);
            value(call.operands().get(i), region);
            code.instruction(Opcodes.DASTORE);
        }
        run.visitMethodInsn(Opcodes.INVOKEINTERFACE, EVALUATION, "value", "([D)D", true);
    }
}
