package org.macrostate.solvers.kernel;

import java.util.List;
import org.macrostate.equations.graph.LoopProgram;
import org.macrostate.equations.graph.MultivariateFunction;
import org.macrostate.equations.graph.Node;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the class of a {@link LoopCode}: the loops of one nest, in one method where that is small, else the outer loops in one
 * and their parts in others.
 */
final class LoopNestClass {
    private static final String NAME = Type.getInternalName(LoopCode.class).replace("LoopCode", "CompiledNest");
    private static final String RUN = Type.getMethodDescriptor(LoopCode.class.getDeclaredMethods()[0]);

    private final LoopProgram program;
    private final LoopProgram.Nest nest;
    private final LoopPool pool = new LoopPool();
    private final ClassWriter writer = HiddenClass.begin("CompiledNest", LoopCode.class);
    private final LoopMethod run;
    private final CountedCode code;
    private final LoopPlan plan;
    private final List<LoopRegion> own;
    private final boolean small;
    private final byte[] bytes;
    private int methods;

    LoopNestClass(LoopSchedule schedule, LoopProgram.Nest nest) {
        this.program = schedule.program();
        this.nest = nest;
        own = schedule.of(nest).chain();
        plan = new LoopPlan(program, schedule.workLength());
        small = plan.isSmall(own);
        run = new LoopMethod(program, pool, writer.visitMethod(Opcodes.ACC_PUBLIC, "run", RUN, null, null), List.of());
        code = run.code();
        List<List<LoopPlan.Part>> parts =
                small ? List.of() : own.stream().map(plan::parts).toList();
        int value = small ? -1 : plan.place(nest.node(), own.get(own.size() - 1));
        write(0, parts, value);
        HiddenClass.end(run.visitor());
        writer.visitEnd();
        bytes = writer.toByteArray();
    }

    byte[] bytes() {
        return bytes;
    }

    double[][] columns() {
        return pool.columns();
    }

    List<MultivariateFunction> calls() {
        return pool.calls();
    }

    /** Elements of {@code work} that it needs. */
    int workLength() {
        return plan.nextPlace();
    }

    /**
     * The regions of the nest's own loops from a depth on.
     *
     * @param parts of each region, if these are methods
     * @param place of the value in {@code work}; -1 if it is known in the innermost region
     */
    private void write(int depth, List<List<LoopPlan.Part>> parts, int place) {
        if (depth < own.size() - 1) {
            compute(depth, parts);
            run.loop(own.get(depth + 1).variable(), () -> write(depth + 1, parts, place));
            return;
        }
        List<Integer> places = nest.loops().stream().map(v -> ~v).toList();
        if (nest.block() >= 0) {
            LoopProgram.Block block = program.blocks().get(nest.block());
            compute(depth, parts);
            code.variable(Opcodes.ALOAD, LoopMethod.WORK);
            run.reads().place(places, block.extents(), block.offset());
            value(place);
            code.instruction(Opcodes.DASTORE);
            return;
        }
        Label done = new Label();
        int at = run.local(1);
        code.variable(Opcodes.ALOAD, LoopMethod.POSITIONS);
        run.reads().place(places, extents(), 0);
        code.instruction(Opcodes.IALOAD);
        code.variable(Opcodes.ISTORE, at);
        code.variable(Opcodes.ILOAD, at);
        code.jump(Opcodes.IFLT, done);
        compute(depth, parts);
        code.variable(Opcodes.ALOAD, LoopMethod.OUT);
        code.variable(Opcodes.ILOAD, at);
        value(place);
        code.instruction(Opcodes.DASTORE);
        run.visitor().visitLabel(done);
    }

    private List<Integer> extents() {
        return nest.loops().stream()
                .map(v -> program.variables().get(v).extent())
                .toList();
    }

    private void value(int place) {
        if (place >= 0) {
            run.fromWork(place);
        } else {
            run.value(nest.node(), own.get(own.size() - 1));
        }
    }

    private void compute(int depth, List<List<LoopPlan.Part>> parts) {
        if (small) {
            run.items(own.get(depth).items(), own.get(depth));
        } else {
            parts(parts.get(depth), own.get(depth));
        }
    }

    private void parts(List<LoopPlan.Part> parts, LoopRegion region) {
        for (LoopPlan.Part part : parts) {
            if (part instanceof LoopPlan.Whole whole) {
                method(whole, region);
            } else if (part instanceof LoopPlan.Outlined outlined) {
                loop(outlined, region);
            }
        }
    }

    /** Writes a method, and its call. */
    private void method(LoopPlan.Whole whole, LoopRegion region) {
        List<Integer> counters =
                region.chain().stream().skip(1).map(LoopRegion::variable).toList();
        String descriptor = RUN.replace(")V", "I".repeat(counters.size()) + ")V");
        String name = "part" + methods++;
        code.variable(Opcodes.ALOAD, 0);
        code.variable(Opcodes.DLOAD, 1);
        for (int array = 3; array < LoopMethod.FIRST_FREE; array++) {
            code.variable(Opcodes.ALOAD, array);
        }
        counters.forEach(run.reads()::counter);
        code.callVirtual(NAME, name, descriptor);
        LoopMethod part = new LoopMethod(
                program, pool, writer.visitMethod(Opcodes.ACC_FINAL, name, descriptor, null, null), counters);
        part.fetch(whole.needed());
        part.items(whole.items(), region);
        HiddenClass.end(part.visitor());
    }

    private void loop(LoopPlan.Outlined outlined, LoopRegion region) {
        LoopRegion.Item item = outlined.item();
        LoopRegion inside = item.loop().orElseThrow();
        if (item.isTable()) {
            run.loop(inside.variable(), () -> {
                parts(outlined.body(), inside);
                run.tableElement(item, inside.variable());
                run.fromWork(plan.place(item.node(), inside));
                code.instruction(Opcodes.DASTORE);
            });
            return;
        }
        int term = program.nodes().get(item.node()).operands().get(0);
        int total = run.local(2);
        code.number(0.0);
        code.variable(Opcodes.DSTORE, total);
        run.loop(inside.variable(), () -> {
            parts(outlined.body(), inside);
            code.variable(Opcodes.DLOAD, total);
            if (program.nodes().get(term) instanceof Node.Number n) {
                code.number(n.value());
            } else {
                run.fromWork(plan.place(term, inside));
            }
            code.instruction(Opcodes.DADD);
            code.variable(Opcodes.DSTORE, total);
        });
        run.toWork(plan.place(item.node(), region), total);
    }
}
