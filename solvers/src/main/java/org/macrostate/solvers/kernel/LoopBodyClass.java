package org.macrostate.solvers.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Program;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the class of a {@link LoopBody}: a loop that loads the leaves of a tree, evaluates it and stores its value. */
final class LoopBodyClass {
    private static final String INTERFACE = Type.getInternalName(LoopBody.class);
    private static final String NAME = INTERFACE.replace("LoopBody", "CompiledLoop");
    private static final String OBJECT = Type.getInternalName(Object.class);

    private static final int VALUES = 1;
    private static final int OPERANDS = 2;
    private static final int COUNT = 3;
    private static final int TARGET = 4;
    private static final int ROUND = 5;
    private static final int AT = 6;
    private static final int FIRST_LEAF = 7;

    private final Program program;
    private final Schedule schedule;

    LoopBodyClass(Program program, Schedule schedule) {
        this.program = program;
        this.schedule = schedule;
    }

    byte[] bytes(int item) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        writer.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, NAME, null, OBJECT, new String[] {INTERFACE});
        MethodVisitor constructor = writer.visitMethod(0, "<init>", "()V", null, null);
        constructor.visitCode();
        constructor.visitVarInsn(Opcodes.ALOAD, 0);
        constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, "<init>", "()V", false);
        end(constructor);
        MethodVisitor run = writer.visitMethod(Opcodes.ACC_PUBLIC, "run", "([D[III)V", null, null);
        run.visitCode();
        loop(run, item);
        end(run);
        writer.visitEnd();
        return writer.toByteArray();
    }

    static LoopBody define(byte[] bytes) {
        try {
            return (LoopBody) MethodHandles.lookup()
                    .defineHiddenClass(bytes, true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (IllegalAccessException
                | InstantiationException
                | NoSuchMethodException
                | InvocationTargetException e) {
            throw new IllegalStateException("a compiled loop cannot be loaded", e);
        }
    }

    private static void end(MethodVisitor method) {
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    private void loop(MethodVisitor run, int item) {
        LoopTree tree = new LoopTree(program, schedule, item);
        CountedCode code = new CountedCode(run);
        Label again = new Label();
        Label done = new Label();
        code.number(0);
        code.variable(Opcodes.ISTORE, ROUND);
        code.number(0);
        code.variable(Opcodes.ISTORE, AT);
        run.visitLabel(again);
        code.variable(Opcodes.ILOAD, ROUND);
        code.variable(Opcodes.ILOAD, COUNT);
        run.visitJumpInsn(Opcodes.IF_ICMPGE, done);
        for (int leaf = 0; leaf < tree.leaves().size(); leaf++) {
            load(code, leaf);
        }
        code.variable(Opcodes.ALOAD, VALUES);
        code.variable(Opcodes.ILOAD, TARGET);
        code.variable(Opcodes.ILOAD, ROUND);
        code.instruction(Opcodes.IADD);
        evaluate(code, tree, (Node.Result) program.nodes().get(item));
        code.instruction(Opcodes.DASTORE);
        run.visitIincInsn(AT, tree.leaves().size());
        run.visitIincInsn(ROUND, 1);
        run.visitJumpInsn(Opcodes.GOTO, again);
        run.visitLabel(done);
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
        } else {
            code.variable(Opcodes.DLOAD, FIRST_LEAF + 2 * tree.leafNumber(node));
        }
    }
}
