package org.macrostate.solvers.kernel;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes {@code for (int i = 0; i < end; i += step) body}. */
final class CountedLoop {
    private CountedLoop() {}

    /** @param end puts the bound on the stack */
    static void write(MethodVisitor method, CountedCode code, int counter, Runnable end, int step, Runnable body) {
        Label again = new Label();
        Label done = new Label();
        code.number(0);
        code.variable(Opcodes.ISTORE, counter);
        method.visitLabel(again);
        code.variable(Opcodes.ILOAD, counter);
        end.run();
        code.jump(Opcodes.IF_ICMPGE, done);
        body.run();
        code.increment(counter, step);
        code.jump(Opcodes.GOTO, again);
        method.visitLabel(done);
    }
}
