package org.macrostate.solvers.kernel;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Instructions of a method, with their bytes counted (upper bounds for constants). */
final class CountedCode {
    private final MethodVisitor method;
    private int bytes;

    CountedCode(MethodVisitor method) {
        this.method = method;
    }

    int bytes() {
        return bytes;
    }

    void instruction(int opcode) {
        method.visitInsn(opcode);
        bytes++;
    }

    /** A load or store of a local variable. */
    void variable(int opcode, int local) {
        method.visitVarInsn(opcode, local);
        bytes += local < 4 ? 1 : local < 256 ? 2 : 4;
    }

    void number(int value) {
        if (value <= 5) {
            instruction(Opcodes.ICONST_0 + value);
        } else if (value <= Byte.MAX_VALUE) {
            method.visitIntInsn(Opcodes.BIPUSH, value);
            bytes += 2;
        } else if (value <= Short.MAX_VALUE) {
            method.visitIntInsn(Opcodes.SIPUSH, value);
            bytes += 3;
        } else {
            method.visitLdcInsn(value);
            bytes += 3;
        }
    }

    void number(double value) {
        long bits = Double.doubleToRawLongBits(value);
        if (bits == 0) {
            instruction(Opcodes.DCONST_0);
        } else if (value == 1) {
            instruction(Opcodes.DCONST_1);
        } else {
            method.visitLdcInsn(value);
            bytes += 3;
        }
    }

    void increment(int local, int step) {
        method.visitIincInsn(local, step);
        bytes += local < 256 && step <= Byte.MAX_VALUE ? 3 : 6;
    }

    void jump(int opcode, Label to) {
        method.visitJumpInsn(opcode, to);
        bytes += 3;
    }

    void callStatic(String owner, String name, String descriptor) {
        method.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
        bytes += 3;
    }

    void callVirtual(String owner, String name, String descriptor) {
        method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, name, descriptor, false);
        bytes += 3;
    }
}
