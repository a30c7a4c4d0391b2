package org.macrostate.solvers.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Program;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the class of a {@link BatchBody}: one loop over points for each tree. The loops are of the one form that HotSpot
 * turns into vector instructions without fail: {@code out[p] = f(a[p], b[p], …)}, each array indexed by p alone.
 */
final class BatchBodyClass {
    private static final String INTERFACE = Type.getInternalName(BatchBody.class);
    private static final String NAME = INTERFACE.replace("BatchBody", "CompiledBatch");
    private static final String OBJECT = Type.getInternalName(Object.class);

    private static final int TIME = 1;
    private static final int STATE = 3;
    private static final int PARAMETERS = 4;
    private static final int OUT = 5;
    private static final int WORK = 6;
    private static final int FROM = 7;
    private static final int TO = 8;
    private static final int POINT = 9;
    private static final int TARGET = 10;
    private static final int FIRST_LEAF = 11;

    private final Program program;
    private final Schedule schedule;
    private final BatchPlan plan;

    BatchBodyClass(Program program, Schedule schedule, BatchPlan plan) {
        this.program = program;
        this.schedule = schedule;
        this.plan = plan;
    }

    byte[] bytes(List<Integer> items) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        writer.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, NAME, null, OBJECT, new String[] {INTERFACE});
        MethodVisitor constructor = writer.visitMethod(0, "<init>", "()V", null, null);
        constructor.visitCode();
        constructor.visitVarInsn(Opcodes.ALOAD, 0);
        constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, "<init>", "()V", false);
        end(constructor);
        MethodVisitor run = writer.visitMethod(Opcodes.ACC_PUBLIC, "run", "(D[[D[[D[[D[[DII)V", null, null);
        run.visitCode();
        CountedCode code = new CountedCode(run);
        items.forEach(item -> loop(run, code, item));
        if (code.bytes() > ChunkCode.LARGEST_METHOD) {
            throw new IllegalStateException("loops of " + code.bytes() + " bytes would never be compiled by HotSpot");
        }
        end(run);
        writer.visitEnd();
        return writer.toByteArray();
    }

    static BatchBody define(byte[] bytes) {
        try {
            return (BatchBody) MethodHandles.lookup()
                    .defineHiddenClass(bytes, true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (IllegalAccessException
                | InstantiationException
                | NoSuchMethodException
                | InvocationTargetException e) {
            throw new IllegalStateException("a compiled batch cannot be loaded", e);
        }
    }

    private static void end(MethodVisitor method) {
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    private void loop(MethodVisitor run, CountedCode code, int item) {
        LoopTree tree = new LoopTree(program, schedule, item);
        for (int leaf = 0; leaf < tree.leaves().size(); leaf++) {
            if (!isTime(tree.leaves().get(leaf))) {
                row(code, tree.leaves().get(leaf), FIRST_LEAF + leaf);
            }
        }
        row(code, item, TARGET);
        Label again = new Label();
        Label done = new Label();
        code.variable(Opcodes.ILOAD, FROM);
        code.variable(Opcodes.ISTORE, POINT);
        run.visitLabel(again);
        code.variable(Opcodes.ILOAD, POINT);
        code.variable(Opcodes.ILOAD, TO);
        run.visitJumpInsn(Opcodes.IF_ICMPGE, done);
        code.variable(Opcodes.ALOAD, TARGET);
        code.variable(Opcodes.ILOAD, POINT);
        evaluate(code, tree, (Node.Result) program.nodes().get(item));
        code.instruction(Opcodes.DASTORE);
        run.visitIincInsn(POINT, 1);
        run.visitJumpInsn(Opcodes.GOTO, again);
        run.visitLabel(done);
    }

    private boolean isTime(int node) {
        return program.nodes().get(node) instanceof Node.Input in && in.source() == Node.Source.TIME;
    }

    private void row(CountedCode code, int node, int local) {
        if (program.nodes().get(node) instanceof Node.Input in) {
            row(code, in.source() == Node.Source.STATE ? STATE : PARAMETERS, in.index(), local);
        } else if (plan.outputRow(node) != BatchPlan.NONE) {
            row(code, OUT, plan.outputRow(node), local);
        } else {
            row(code, WORK, plan.workRow(node), local);
        }
    }

    private static void row(CountedCode code, int rows, int row, int local) {
        code.variable(Opcodes.ALOAD, rows);
        code.number(row);
        code.instruction(Opcodes.AALOAD);
        code.variable(Opcodes.ASTORE, local);
    }

    private void evaluate(CountedCode code, LoopTree tree, Node.Result r) {
        operand(code, tree, r.left());
        if (r.right() >= 0) {
            operand(code, tree, r.right());
        }
        OperationCode.emit(r.operation(), code);
    }

    private void operand(CountedCode code, LoopTree tree, int node) {
        if (schedule.nested(node)) {
            evaluate(code, tree, (Node.Result) program.nodes().get(node));
        } else if (program.nodes().get(node) instanceof Node.Number n) {
            code.number(n.value());
        } else if (isTime(node)) {
            code.variable(Opcodes.DLOAD, TIME);
        } else {
            code.variable(Opcodes.ALOAD, FIRST_LEAF + tree.leafNumber(node));
            code.variable(Opcodes.ILOAD, POINT);
            code.instruction(Opcodes.DALOAD);
        }
    }
}
