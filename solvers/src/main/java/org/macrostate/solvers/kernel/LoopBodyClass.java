package org.macrostate.solvers.kernel;

import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Program;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes the class of a {@link LoopBody}: a loop that loads the leaves of a tree, evaluates it and stores its value. */
final class LoopBodyClass {
    private static final int VALUES = 1;
    private static final int OPERANDS = 2;
    private static final int COUNT = 3;
    private static final int TARGET = 4;
    private static final int ROUND = 5;
    private static final int AT = 6;
    private static final int FIRST_LEAF = 7;

    private final Program program;
    private final InstructionSchedule schedule;

    LoopBodyClass(Program program, InstructionSchedule schedule) {
        this.program = program;
        this.schedule = schedule;
    }

    byte[] bytes(int item) {
        ClassWriter writer = HiddenClass.begin("CompiledLoop", LoopBody.class);
        MethodVisitor run = writer.visitMethod(Opcodes.ACC_PUBLIC, "run", "([D[III)V", null, null);
        run.visitCode();
        loop(run, item);
        HiddenClass.end(run);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private void loop(MethodVisitor run, int item) {
        LoopTree tree = new LoopTree(program, schedule, item);
        CountedCode code = new CountedCode(run);
        TreeCode trees =
                new TreeCode(program, schedule, node -> leaf(code, tree, node), op -> OperationCode.emit(op, code));
        code.number(0);
        code.variable(Opcodes.ISTORE, AT);
        CountedLoop.write(run, code, ROUND, () -> code.variable(Opcodes.ILOAD, COUNT), 1, () -> {
            for (int leaf = 0; leaf < tree.leaves().size(); leaf++) {
                load(code, leaf);
            }
            code.variable(Opcodes.ALOAD, VALUES);
            code.variable(Opcodes.ILOAD, TARGET);
            code.variable(Opcodes.ILOAD, ROUND);
            code.instruction(Opcodes.IADD);
            trees.write(item);
            code.instruction(Opcodes.DASTORE);
            code.increment(AT, tree.leaves().size());
        });
        if (code.bytes() > ChunkCode.LARGEST_METHOD) {
            throw new IllegalStateException("a loop of " + code.bytes() + " bytes would never be compiled by HotSpot");
        }
    }

    private static void load(CountedCode code, int leaf) {
        code.variable(Opcodes.ALOAD, VALUES);
        code.variable(Opcodes.ALOAD, OPERANDS);
        code.variable(Opcodes.ILOAD, AT);
        code.number(leaf);
        code.instruction(Opcodes.IADD);
        code.instruction(Opcodes.IALOAD);
        code.instruction(Opcodes.DALOAD);
        code.variable(Opcodes.DSTORE, FIRST_LEAF + 2 * leaf);
    }

    private void leaf(CountedCode code, LoopTree tree, int node) {
        if (program.nodes().get(node) instanceof Node.Number n) {
            code.number(n.value());
        } else {
            code.variable(Opcodes.DLOAD, FIRST_LEAF + 2 * tree.leafNumber(node));
        }
    }
}
