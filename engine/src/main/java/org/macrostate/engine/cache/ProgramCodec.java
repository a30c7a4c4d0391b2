package org.macrostate.engine.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Operation;
import org.macrostate.equations.graph.Program;

/** A program as numbers. What is read is checked: every operand earlier, every input inside its array. */
final class ProgramCodec {
    private static final int NUMBER = 255;
    private static final int INPUT = 254;
    private static final int SMALLEST_NODE = 5;

    private ProgramCodec() {}

    static byte[] encode(Program program) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeInt(program.stateLength());
            out.writeInt(program.parameterLength());
            out.writeInt(program.nodes().size());
            for (Node node : program.nodes()) {
                write(node, out);
            }
            out.writeInt(program.outputs().size());
            for (int output : program.outputs()) {
                out.writeInt(output);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Node node, DataOutputStream out) throws IOException {
        if (node instanceof Node.Number n) {
            out.writeByte(NUMBER);
            out.writeLong(Double.doubleToRawLongBits(n.value()));
        } else if (node instanceof Node.Input in) {
            out.writeByte(INPUT);
            out.writeByte(in.source().ordinal());
            out.writeInt(in.index());
        } else {
            Node.Result r = (Node.Result) node;
            out.writeByte(r.operation().ordinal());
            out.writeInt(r.left());
            if (r.operation().operands() == 2) {
                out.writeInt(r.right());
            }
        }
    }

    /** Empty if the data is no program. */
    static Optional<Program> decode(byte[] data) {
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(data));
            int stateLength = in.readInt();
            int parameterLength = in.readInt();
            List<Node> nodes = new ArrayList<>();
            for (int left = count(in, SMALLEST_NODE); left > 0; left--) {
                nodes.add(node(in, nodes.size(), stateLength, parameterLength));
            }
            List<Integer> outputs = new ArrayList<>();
            for (int left = count(in, Integer.BYTES); left > 0; left--) {
                outputs.add(below(in.readInt(), nodes.size()));
            }
            return Optional.of(new Program(nodes, outputs, stateLength, parameterLength));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static int count(DataInputStream in, int bytesEach) throws IOException {
        return below(in.readInt(), in.available() / bytesEach + 1);
    }

    private static int below(int value, int bound) throws IOException {
        if (value < 0 || value >= bound) {
            throw new IOException("out of range: " + value);
        }
        return value;
    }

    private static Node node(DataInputStream in, int index, int stateLength, int parameterLength) throws IOException {
        int code = in.readUnsignedByte();
        if (code == NUMBER) {
            return new Node.Number(Double.longBitsToDouble(in.readLong()));
        }
        if (code == INPUT) {
            Node.Source source = Node.Source.values()[below(in.readUnsignedByte(), Node.Source.values().length)];
            int bound =
                    switch (source) {
                        case STATE -> stateLength;
                        case PARAMETER -> parameterLength;
                        case TIME -> 1;
                    };
            return new Node.Input(source, below(in.readInt(), bound));
        }
        Operation operation = Operation.values()[below(code, Operation.values().length)];
        int left = below(in.readInt(), index);
        return new Node.Result(operation, left, operation.operands() == 2 ? below(in.readInt(), index) : -1);
    }
}
